import type { OwnChannelId } from '@momentous/shared/domain/contact-type'
import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useStore } from '../model/use-store.ts'
import { colourWords } from '../words/colour.ts'
import './dialog-form.css'

/** A contact type of the board's own: a name, and a letter that no other one has. */
export function OwnChannelDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const [label, setLabel] = useState('')
  const [letter, setLetter] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const id: OwnChannelId = `own-${store.newId<string>()}`
    const outcome = await store.ask('add-channel', { id, label, letter: letter.toUpperCase() })
    if (outcome.ok) onClose()
    else setTrouble(outcome.reason)
  }
  return (
    <Dialog
      title={colourWords.ownTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{colourWords.cancel}</Button>
          <Button look="primary" type="submit" form="own-channel">
            {colourWords.ownAdd}
          </Button>
        </>
      }
    >
      <form id="own-channel" className="dialog-form" onSubmit={(event) => void add(event)}>
        <p className="t-second">{colourWords.ownHint}</p>
        <TextField label={colourWords.ownName} value={label} onChange={setLabel} maxLength={40} data-first />
        <TextField
          label={colourWords.ownLetter}
          hint={colourWords.ownLetterHint}
          value={letter}
          onChange={setLetter}
          maxLength={2}
          autoCapitalize="characters"
          trouble={trouble}
        />
      </form>
    </Dialog>
  )
}
