import { IDEA_TEXT_MAX, type Idea } from '@momentous/shared/domain/idea'
import type { MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Select } from '../controls/Select.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { sendConcern } from '../model/say-idea.ts'
import { useStore } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'
import './dialog-form.css'

export interface ConcernDialogProps {
  readonly moment: MomentId
  /** What a concern may be about, besides the moment itself. */
  readonly ideas: readonly Idea[]
  readonly onClose: () => void
}

const WHOLE = 'whole'

/** An objection waits here, unread and unsigned, until Decide. */
export function ConcernDialog({ moment, ideas, onClose }: ConcernDialogProps) {
  const store = useStore()
  const [about, setAbout] = useState<string>(WHOLE)
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const keep = async () => {
    const idea = ideas.find(({ id }) => id === about)?.id ?? null
    const outcome = await sendConcern(store, moment, idea, text)
    if (!outcome.ok) return setTrouble(outcome.reason)
    store.say(ideasWords.concernKept)
    return onClose()
  }
  return (
    <Dialog
      title={ideasWords.concernTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ideasWords.cancel}</Button>
          <Button
            look="primary"
            refusal={text.trim() === '' ? ideasWords.concernFirst : null}
            onClick={() => void keep()}
          >
            {ideasWords.concernKeep}
          </Button>
        </>
      }
    >
      <div className="dialog-form">
        <p className="t-second">{ideasWords.concernHint}</p>
        <Select
          label={ideasWords.concernAbout}
          value={about}
          onChange={setAbout}
          options={[
            { value: WHOLE, label: ideasWords.concernWhole },
            ...ideas.map(({ id, text: words }) => ({ value: id as string, label: words })),
          ]}
        />
        <TextArea
          label={ideasWords.concernField}
          data-first
          rows={3}
          value={text}
          onChange={setText}
          maxLength={IDEA_TEXT_MAX}
          trouble={trouble}
        />
      </div>
    </Dialog>
  )
}
