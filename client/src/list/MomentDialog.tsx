import { kinds, papers, type Moment } from '@momentous/shared/domain/moment'
import { useId, useState, type CSSProperties } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useStore } from '../model/use-store.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { kindWords, listWords } from '../words/list.ts'
import { paperWords } from '../words/papers.ts'
import { nameOf } from '../session/moment-name.ts'
import type { Ruling } from '@momentous/shared/rules/ruling'

export interface MomentDialogProps {
  readonly moment: Moment
  readonly onClose: () => void
}

/** What else a moment is: its kind, the paper that it is written on, how long it lasts. Each takes effect at once. */
export function MomentDialog({ moment, onClose }: MomentDialogProps) {
  const store = useStore()
  const told = (ruling: Ruling) => void (ruling.allowed || store.say(ruling.reason))
  const { id, kind, serves, paper } = moment
  return (
    <Dialog
      title={nameOf(moment)}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          {listWords.done}
        </Button>
      }
    >
      <div className="list-stack">
        <RadioCards
          label={listWords.kind}
          cards={kinds.map((value) => ({ value, ...kindWords[value] }))}
          value={kind}
          onChange={(chosen) => told(store.act('set-kind', { id, kind: chosen, serves }))}
        />
        {kind === 'invisible' && <ServesChoice moment={moment} onTold={told} />}
        <PaperChoice paper={paper} onChange={(chosen) => told(store.act('set-paper', { ids: [id], paper: chosen }))} />
        <SecondsField moment={moment} onTold={told} />
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly moment: Moment
  readonly onTold: (ruling: Ruling) => void
}

function ServesChoice({ moment, onTold }: PartProps) {
  const store = useStore()
  const line = useTimeline()
  const options = [
    { value: '', label: listWords.servesNothing },
    ...line.map((each, at) => ({ value: each.id as string, label: `${at + 1} ${nameOf(each)}` })),
  ]
  const choose = (value: string) => {
    const serves = line.find(({ id }) => id === value)?.id ?? null
    onTold(store.act('set-kind', { id: moment.id, kind: 'invisible', serves }))
  }
  return <Select label={listWords.serves} options={options} value={moment.serves ?? ''} onChange={choose} />
}

interface PaperChoiceProps {
  readonly paper: Moment['paper']
  readonly onChange: (paper: Moment['paper']) => void
}

function PaperChoice({ paper, onChange }: PaperChoiceProps) {
  const group = useId()
  return (
    <fieldset>
      <legend className="radio-cards-legend">{listWords.paper}</legend>
      <div className="paper-choices">
        {papers.map((each) => (
          <label key={each} className="paper-choice" style={paperColour(each)} title={paperWords[each]}>
            <input
              type="radio"
              className="unseen"
              name={group}
              checked={each === paper}
              onChange={() => onChange(each)}
            />
            <span className="unseen">{paperWords[each]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function paperColour(paper: Moment['paper']): CSSProperties & Record<'--paper-colour', string> {
  return { '--paper-colour': `var(--note-${paper})` }
}

function SecondsField({ moment, onTold }: PartProps) {
  const store = useStore()
  const [typed, setTyped] = useState(moment.seconds === null ? '' : String(moment.seconds))
  const write = (words: string) => {
    const figures = words.replace(/\D/gu, '').slice(0, 7)
    setTyped(figures)
    onTold(store.act('set-seconds', { id: moment.id, seconds: figures === '' ? null : Number(figures) }))
  }
  return (
    <TextField
      label={listWords.seconds}
      hint={listWords.secondsHint}
      inputMode="numeric"
      value={typed}
      onChange={write}
    />
  )
}
