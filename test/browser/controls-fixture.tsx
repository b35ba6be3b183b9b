import { useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Button } from '../../client/src/controls/Button.tsx'
import { CopyButton } from '../../client/src/controls/CopyButton.tsx'
import { Dialog } from '../../client/src/controls/Dialog.tsx'
import { HoldButton } from '../../client/src/controls/HoldButton.tsx'
import { keepFocus } from '../../client/src/controls/keep-focus.ts'
import { LiveRegion, useAnnouncer } from '../../client/src/controls/LiveRegion.tsx'
import { Menu } from '../../client/src/controls/Menu.tsx'
import { NoteCard } from '../../client/src/controls/NoteCard.tsx'
import { RankingGlyph } from '../../client/src/controls/RankingGlyph.tsx'
import { SavedIndicator } from '../../client/src/controls/SavedIndicator.tsx'
import { Segmented } from '../../client/src/controls/Segmented.tsx'
import { TakeBack } from '../../client/src/controls/TakeBack.tsx'
import { TextArea } from '../../client/src/controls/TextArea.tsx'
import { TimelineStrip } from '../../client/src/controls/TimelineStrip.tsx'
import { TimerFigures } from '../../client/src/controls/TimerFigures.tsx'
import '../../client/src/theme/base.css'
import { startTheme } from '../../client/src/theme/theme.ts'

const moments = ['Looks us up', 'Phones to book', 'Arrives', 'Waits'].map((name, at) => ({
  id: `m${at}`,
  name,
  priority: at % 2 === 1,
  ranking: at === 3 ? ('miserable' as const) : null,
}))

/** Every control that has a behaviour of its own, and what the last press did. */
function Controls() {
  const [done, setDone] = useState('nothing')
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('One line')
  const [grade, setGrade] = useState<'magical' | 'miserable' | null>(null)
  const [endsAt] = useState(() => Date.now() + 5000)
  const { say } = useAnnouncer()
  useEffect(() => keepFocus(document), [])
  const added = () => say({ kind: 'added', count: 1, words: (count) => `${count} moments added` })
  return (
    <main>
      <h1>Controls alone</h1>
      <p id="done">{done}</p>
      <HoldButton onDone={() => setDone('held')} refusal={done === 'held' ? 'It is open already.' : null}>
        Hold to reveal
      </HoldButton>
      <HoldButton onDone={() => setDone('refused')} refusal="Nobody has graded yet.">
        Hold to settle
      </HoldButton>
      <Button look="primary" onClick={() => setDone('refused')} refusal="Write why this matters first.">
        Open the wall
      </Button>
      <Button onClick={added}>Add a moment</Button>
      <Button onClick={() => setOpen(true)}>Open the dialog</Button>
      <CopyButton text="momentous">Copy link</CopyButton>
      <Menu
        label="More ways to steer"
        choices={[
          { label: 'Back', onChoose: () => setDone('back') },
          { label: 'Bring everyone here', onChoose: () => setDone('brought') },
          null,
          { label: 'Timer', onChoose: () => setDone('refused'), refusal: 'Only while a phase is open.' },
        ]}
      />
      {done !== 'put away' && (
        <section aria-label="A card">
          {done !== 'answered' && <Button onClick={() => setDone('answered')}>Answer it</Button>}
          {done === 'answered' && <Button onClick={() => setDone('put away')}>Put it away</Button>}
        </section>
      )}
      <TakeBack endsAt={endsAt} words={(left) => `Grades are shown in ${left}`} onTakeBack={() => setDone('not yet')} />
      <TextArea label="Description" value={words} onChange={setWords} />
      <Segmented label="Grade" segments={segments} value={grade} onChange={setGrade} />
      <TimelineStrip label="The shortlist" moments={moments} focus="m3" onFocus={(id) => setDone(id)} />
      <NoteCard text="Waits, and nobody says" channel="face" setting="group" ideas={17} ranking="miserable" />
      <SavedIndicator saved={{ state: 'offline', kept: 3 }} details={() => <p>They wait here.</p>} />
      <TimerFigures seconds={24} />
      {open && (
        <Dialog title="Bring people in" onClose={() => setOpen(false)}>
          <Menu label="More" choices={[{ label: 'Renew', onChoose: () => setDone('renewed') }]} />
        </Dialog>
      )}
    </main>
  )
}

const segments = (['magical', 'miserable'] as const).map((value) => ({
  value,
  label: value,
  ranking: value,
  icon: <RankingGlyph ranking={value} />,
}))

function show(page: ReactNode) {
  const root = document.getElementById('root')
  if (root) createRoot(root).render(page)
}

startTheme()
show(
  <LiveRegion>
    <Controls />
  </LiveRegion>,
)
