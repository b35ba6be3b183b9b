import type { Rung } from '@momentous/shared/domain/action'
import type { MomentId, RungId } from '@momentous/shared/domain/id'
import { Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { SharedText } from '../controls/SharedText.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { useRuling, useRungsOf, useStore } from '../model/use-store.ts'
import { planWords } from '../words/plan.ts'
import './ladder.css'
import './action-form.css'

const RUNG_MAX = 200

/** Small steps of one moment, one after another: fourteen days, then ten, then seven. */
export function Ladder({ moment }: { readonly moment: MomentId }) {
  const rungs = useRungsOf(moment)
  const [picked, setPicked] = useState<RungId | null>(null)
  const ruling = useRuling('add-rung', { id: 'rung-to-come' as RungId, moment, text: '' })
  const rung = rungs.find(({ id }) => id === picked)
  const next = rungs.find(({ done }) => !done)?.id ?? null
  return (
    <section className="ladder">
      <header className="plan-section-head">
        <h3 className="t-label">{planWords.ladder}</h3>
        <span className="t-small t-second">{planWords.ladderHint}</span>
      </header>
      {rungs.length === 0 && <p className="t-small t-second">{planWords.noLadder}</p>}
      <ol className="ladder-line">
        {rungs.map((each, at) => (
          <li key={each.id} className={each.done ? 'ladder-step ladder-step-done' : 'ladder-step'}>
            <button
              type="button"
              aria-pressed={each.id === picked}
              aria-current={each.id === next ? 'step' : undefined}
              aria-label={planWords.rungLabel(at + 1, each.text) + (each.done ? `, ${planWords.rungDone}` : '')}
              onClick={() => setPicked(each.id === picked ? null : each.id)}
            >
              <span className="ladder-dot" />
              <span className="ladder-words">{each.text}</span>
            </button>
          </li>
        ))}
      </ol>
      {rung !== undefined && <RungFields key={rung.id} rung={rung} />}
      {ruling.allowed && <AddRung moment={moment} />}
    </section>
  )
}

function RungFields({ rung }: { readonly rung: Rung }) {
  const store = useStore()
  const { refusal, onEdit } = useSharedEdits('rungs', rung.id, 'text')
  const set = (change: { done?: boolean; removed?: boolean }) => {
    const ruling = store.act('set-rung', { id: rung.id, ...change })
    if (!ruling.allowed) store.say(ruling.reason)
  }
  if (refusal !== null) return null
  return (
    <div className="ladder-fields">
      <SharedText label={planWords.rung} bare single value={rung.text} maxLength={RUNG_MAX} onEdit={onEdit} />
      <Checkbox label={planWords.rungDone} checked={rung.done} onChange={(done) => set({ done })} />
      <IconButton label={planWords.removeRung} icon={<Trash2 />} onClick={() => set({ removed: true })} />
    </div>
  )
}

function AddRung({ moment }: { readonly moment: MomentId }) {
  const store = useStore()
  const [text, setText] = useState<string | null>(null)
  if (text === null) return <TextButton onClick={() => setText('')}>{planWords.addRung}</TextButton>
  const add = (event: FormEvent) => {
    event.preventDefault()
    const ruling = store.act('add-rung', { id: store.newId<RungId>(), moment, text: text.trim() })
    if (ruling.allowed) setText('')
    else store.say(ruling.reason)
  }
  return (
    <form className="ladder-add" onSubmit={add}>
      <TextField
        label={planWords.rung}
        bare
        autoFocus
        placeholder={planWords.rung}
        maxLength={RUNG_MAX}
        value={text}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Escape' && setText(null)}
      />
      <Button type="submit" refusal={text.trim() === '' ? planWords.addRungFirst : null}>
        {planWords.keepRung}
      </Button>
    </form>
  )
}
