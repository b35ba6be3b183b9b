import { IDEA_TEXT_MAX } from '@momentous/shared/domain/idea'
import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { useRef, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { ideasWords } from '../words/ideas.ts'
import { NudgeCard } from './NudgeCard.tsx'
import { usePrimary } from './use-primary.ts'
import { useSaying } from './use-saying.ts'
import './build-composer.css'

export interface BuildComposerProps {
  readonly moment: MomentId
  readonly idea: IdeaId
  readonly onClose: () => void
}

/** "Yes, and ...": all that may be attached to somebody's idea. Escape closes it and keeps the words. */
export function BuildComposer(props: BuildComposerProps) {
  const primary = usePrimary()
  const { form, saying, onSubmit, onKeyDown, reword, closing } = useBuilding(props)
  const { draft, nudge, trouble, onText } = saying
  return (
    <form ref={form} className="build-composer" onSubmit={onSubmit}>
      <div className="build-composer-field">
        <span className="yes-and" aria-hidden="true">
          {ideasWords.yesAnd}
        </span>
        <TextArea
          label={ideasWords.buildLabel}
          bare
          autoFocus
          value={draft.text}
          onChange={onText}
          onKeyDown={onKeyDown}
          maxLength={IDEA_TEXT_MAX}
          enterKeyHint="send"
          trouble={trouble}
        />
      </div>
      {nudge === null ? (
        <div className="build-composer-actions">
          <Button type="submit" look={primary} refusal={draft.text.trim() === '' ? ideasWords.fieldFirst : null}>
            {ideasWords.sendBuild}
          </Button>
          <Button look="tertiary" onClick={props.onClose}>
            {ideasWords.cancel}
          </Button>
        </div>
      ) : (
        <NudgeCard
          nudge={nudge}
          building
          onReword={reword}
          onKeepForDecide={closing(saying.onKeepForDecide)}
          onSendAsItIs={closing(saying.onSendAsItIs)}
        />
      )}
    </form>
  )
}

function useBuilding({ moment, idea, onClose }: BuildComposerProps) {
  const form = useRef<HTMLFormElement>(null)
  const saying = useSaying(moment, idea)
  const send = () => {
    if (saying.onSend()) onClose()
  }
  return {
    form,
    saying,
    onSubmit(event: FormEvent) {
      event.preventDefault()
      send()
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') onClose()
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
      event.preventDefault()
      send()
    },
    /** Back to the words, after a nudge. */
    reword() {
      saying.onReword()
      form.current?.querySelector('textarea')?.focus()
    },
    closing: (then: () => void) => () => {
      then()
      onClose()
    },
  }
}
