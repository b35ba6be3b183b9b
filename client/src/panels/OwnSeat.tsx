import { workplaces, type Workplace } from '@momentous/shared/domain/role'
import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { workplaceWords } from '../words/join.ts'
import { peopleWords } from '../words/people.ts'
import { useRuling, useStore } from '../model/use-store.ts'
import { useMe } from '../session/use-people.ts'

const unsaid = 'unsaid'
const places: readonly { readonly value: Workplace | typeof unsaid; readonly label: string }[] = [
  { value: unsaid, label: peopleWords.noPlace },
  ...workplaces.map((value) => ({ value, label: workplaceWords[value].label })),
]

/** One's own name and work place; nothing that was written anonymously carries either. */
export function OwnSeat() {
  const store = useStore()
  const me = useMe()
  const [name, setName] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ruling = useRuling('rename-self', {})
  if (me === undefined) return null
  const rename = async (change: { name?: string; workplace?: Workplace | null }) => {
    const outcome = await store.ask('rename-self', change)
    setTrouble(outcome.ok ? null : outcome.reason)
    if (outcome.ok && change.name !== undefined) setName(null)
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (name !== null) void rename({ name })
  }
  return (
    <form className="own-seat" onSubmit={keep}>
      <div className="own-seat-name">
        <TextField
          label={peopleWords.yourName}
          value={name ?? me.name}
          onChange={setName}
          maxLength={80}
          autoComplete="given-name"
          trouble={trouble ?? (ruling.allowed ? null : ruling.reason)}
        />
        {name !== null && name !== me.name && <Button type="submit">{peopleWords.keepName}</Button>}
      </div>
      <Select
        label={peopleWords.yourPlace}
        value={me.workplace ?? unsaid}
        options={places}
        onChange={(place) => void rename({ workplace: place === unsaid ? null : place })}
      />
    </form>
  )
}
