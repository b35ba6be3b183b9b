import { IDEA_TEXT_MAX } from '@momentous/shared/domain/idea'
import type { MomentId } from '@momentous/shared/domain/id'
import { useRef, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useMoment, useRuling } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'
import { NudgeCard } from '../session/NudgeCard.tsx'
import { usePrimary } from '../session/use-primary.ts'
import { useSaying } from '../session/use-saying.ts'
import './idea-composer.css'

export interface IdeaComposerProps {
  readonly moment: MomentId
  /** Something else on the screen is the next thing to do. */
  readonly quiet: boolean
}

/** "What if ...": Enter adds and keeps the focus. Words begun for one moment go to that moment. */
export function IdeaComposer({ moment, quiet }: IdeaComposerProps) {
  const form = useRef<HTMLFormElement>(null)
  const primary = usePrimary()
  const saying = useSaying(moment, null)
  const { draft, nudge, trouble, onText } = saying
  const ruling = useRuling('raise-idea', { id: 'idea-to-come' as never, moment, text: '' })
  const elsewhere = useMoment(draft.moment === moment ? null : draft.moment)
  const focus = () => form.current?.querySelector('input')?.focus()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (saying.onSend()) focus()
  }
  const back = (then: () => void) => () => {
    then()
    focus()
  }
  return (
    <form ref={form} className="idea-composer" onSubmit={onSubmit}>
      <div className="idea-composer-line">
        <TextField
          label={ideasWords.field}
          bare
          size="large"
          value={draft.text}
          onChange={onText}
          placeholder={ideasWords.placeholder}
          maxLength={IDEA_TEXT_MAX}
          enterKeyHint="send"
          trouble={trouble}
          data-composer="idea"
          {...(elsewhere && { hint: ideasWords.goesTo(elsewhere.text) })}
        />
        <Button
          type="submit"
          size="large"
          look={quiet || nudge !== null ? 'steering' : primary}
          refusal={ruling.allowed ? null : ruling.reason}
        >
          {ideasWords.add}
        </Button>
      </div>
      {nudge !== null && (
        <NudgeCard
          nudge={nudge}
          building={false}
          onReword={back(saying.onReword)}
          onKeepForDecide={back(saying.onKeepForDecide)}
          onSendAsItIs={back(saying.onSendAsItIs)}
        />
      )}
    </form>
  )
}
