import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useRuling, useStore } from '../model/use-store.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { useAsk } from '../session/use-ask.ts'

export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const ask = useAsk()
  const { session } = useStore()
  const [title, setTitle] = useState(() => session.get().title)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ruling = useRuling('set-session', { title })
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (!ruling.allowed) return
    const outcome = await ask('set-session', { title })
    if (outcome.ok) onClose()
    else setTrouble(outcome.reason)
  }
  return (
    <Dialog
      title={boardMenuWords.rename}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{boardMenuWords.cancel}</Button>
          <Button look="primary" type="submit" form="rename-board" refusal={ruling.allowed ? null : ruling.reason}>
            {boardMenuWords.keepName}
          </Button>
        </>
      }
    >
      <form id="rename-board" onSubmit={(event) => void keep(event)}>
        <TextField
          label={boardMenuWords.name}
          value={title}
          onChange={setTitle}
          maxLength={120}
          trouble={trouble}
          data-first
        />
      </form>
    </Dialog>
  )
}
