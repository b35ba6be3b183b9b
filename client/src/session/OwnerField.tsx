import type { Action } from '@momentous/shared/domain/action'
import type { SeatId } from '@momentous/shared/domain/id'
import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useActor, usePeople, useRuling } from '../model/use-store.ts'
import { planWords } from '../words/plan.ts'
import { useAsk } from './use-ask.ts'
import './action-form.css'

const NOBODY = 'nobody'
const ELSE = 'else'
const NAMED = 'named'

/** Oneself first; the facilitator may also name anybody on the board, or somebody who is not here. */
export function OwnerField({ action }: { readonly action: Action }) {
  const ask = useAsk()
  const actor = useActor()
  const options = useOwnerOptions(action)
  const take = useRuling('own-action', { action: action.id, seat: actor.seat })
  const [naming, setNaming] = useState(false)
  const mine = action.owner?.seat === actor.seat
  const refusal = take.allowed || mine ? null : take.reason
  if (refusal !== null) {
    return (
      <TextField
        label={planWords.who}
        value={action.owner?.name ?? planWords.nobodyYet}
        onChange={() => {}}
        readOnly
        title={refusal}
        {...(actor.role === 'participant' && action.owner !== null && { hint: planWords.takenHint })}
      />
    )
  }
  const choose = (value: string) => {
    setNaming(value === ELSE)
    if (value === NOBODY) void ask('own-action', { action: action.id, seat: null })
    else if (value !== ELSE && value !== NAMED) void ask('own-action', { action: action.id, seat: value as SeatId })
  }
  const value = naming ? ELSE : action.owner === null ? NOBODY : (action.owner.seat ?? NAMED)
  return (
    <div className="owner-field">
      <Select label={planWords.who} value={value} onChange={choose} options={options} />
      {naming && <NameSomebody action={action} onDone={() => setNaming(false)} />}
    </div>
  )
}

function useOwnerOptions({ owner }: Action): readonly { readonly value: string; readonly label: string }[] {
  const { seat, role, name } = useActor()
  const { people } = usePeople()
  const options: { value: string; label: string }[] = [
    { value: NOBODY, label: planWords.nobodyYet },
    { value: seat, label: owner?.seat === seat ? name : `${planWords.takeIt} (${name})` },
  ]
  if (role !== 'facilitator') return options
  const others = people.filter((person) => person.seat !== seat && person.role !== 'observer' && person.name !== '')
  options.push(...others.map((person) => ({ value: person.seat, label: person.name })))
  if (owner !== null && !options.some(({ value }) => value === owner.seat)) {
    options.push({ value: owner.seat ?? NAMED, label: owner.name })
  }
  return [...options, { value: ELSE, label: planWords.somebodyElse }]
}

function NameSomebody({ action, onDone }: { readonly action: Action; readonly onDone: () => void }) {
  const ask = useAsk()
  const [name, setName] = useState('')
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await ask('own-action', { action: action.id, seat: null, name: name.trim() })
    if (outcome.ok) onDone()
  }
  return (
    <form className="owner-field-name" onSubmit={(event) => void keep(event)}>
      <TextField label={planWords.elseName} autoFocus maxLength={80} value={name} onChange={setName} />
      <Button type="submit" refusal={name.trim() === '' ? planWords.nameFirst : null}>
        {planWords.keepName}
      </Button>
    </form>
  )
}
