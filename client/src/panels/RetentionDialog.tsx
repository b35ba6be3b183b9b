import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import type { People } from '../model/board-store.ts'
import { usePeople, useRuling, useStore } from '../model/use-store.ts'
import { dateAfter } from '../words/date.ts'
import { daysOption, silenceDays, termsWords } from '../words/terms.ts'
import '../session/dialog-form.css'

type How = 'never' | 'day' | 'silence'

interface Choice {
  readonly how: How
  readonly day: string
  readonly days: number
}

const cards = [
  { value: 'never', label: termsWords.never, note: termsWords.neverNote },
  { value: 'day', label: termsWords.onDay, note: termsWords.onDayNote },
  { value: 'silence', label: termsWords.afterSilence, note: termsWords.afterSilenceNote },
] as const satisfies readonly { value: How; label: string; note: string }[]

/** When the board goes by itself. */
export function RetentionDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const { terms } = usePeople()
  const [choice, setChoice] = useState<Choice>(() => choiceOf(terms, store.now()))
  const [trouble, setTrouble] = useState<string | null>(null)
  const ruling = useRuling('set-retention', { deleteAt: null, idleDays: null })
  const keep = async () => {
    const deleteAt = choice.how === 'day' ? endOf(choice.day) : null
    if (deleteAt !== null && !(deleteAt > store.now())) return setTrouble(termsWords.noDay)
    const idleDays = choice.how === 'silence' ? choice.days : null
    const outcome = await store.ask('set-retention', { deleteAt, idleDays })
    return outcome.ok ? onClose() : setTrouble(outcome.reason)
  }
  return (
    <Dialog
      title={termsWords.retentionTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{termsWords.cancel}</Button>
          <Button look="primary" refusal={ruling.allowed ? null : ruling.reason} onClick={() => void keep()}>
            {termsWords.keep}
          </Button>
        </>
      }
    >
      <div className="dialog-form">
        <p className="t-second">{termsWords.retentionWhy}</p>
        <RetentionFields
          choice={choice}
          trouble={trouble}
          onChange={(next) => {
            setChoice(next)
            setTrouble(null)
          }}
        />
      </div>
    </Dialog>
  )
}

interface RetentionFieldsProps {
  readonly choice: Choice
  readonly trouble: string | null
  readonly onChange: (choice: Choice) => void
}

function RetentionFields({ choice, trouble, onChange }: RetentionFieldsProps) {
  const known: readonly number[] = silenceDays
  const days = known.includes(choice.days) ? known : [...known, choice.days]
  return (
    <>
      <RadioCards
        label={termsWords.retentionChoice}
        bare
        cards={cards}
        value={choice.how}
        onChange={(how) => onChange({ ...choice, how })}
      />
      {choice.how === 'day' && (
        <TextField
          label={termsWords.day}
          type="date"
          required
          value={choice.day}
          onChange={(day) => onChange({ ...choice, day })}
          trouble={trouble}
        />
      )}
      {choice.how === 'silence' && (
        <Select
          label={termsWords.silence}
          value={String(choice.days)}
          onChange={(chosen) => onChange({ ...choice, days: Number(chosen) })}
          options={days.map((each) => ({ value: String(each), label: daysOption(each) }))}
        />
      )}
      {choice.how !== 'day' && trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}

function choiceOf({ deleteAt, idleDays }: People['terms'], now: number): Choice {
  const day = dateAfter(deleteAt ?? now, deleteAt === null ? 30 : 0)
  if (deleteAt !== null) return { how: 'day', day, days: 90 }
  return { how: idleDays === null ? 'never' : 'silence', day, days: idleDays ?? 90 }
}

/** The last moment of a calendar date on this device; not a number for what is no date. */
function endOf(date: string): number {
  return new Date(`${date}T23:59:59.999`).getTime()
}
