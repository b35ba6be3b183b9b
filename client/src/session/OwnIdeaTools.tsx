import { IDEA_TEXT_MAX } from '@momentous/shared/domain/idea'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import type { OwnIdea } from '../model/own-ideas.ts'
import { isOut } from '../model/say-idea.ts'
import { useOwnIdeas } from '../model/use-own-ideas.ts'
import { useStore } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'
import { useAsk } from './use-ask.ts'

export interface OwnIdeaToolsProps {
  readonly own: OwnIdea
  /** Somebody has built on it: it can be withdrawn, but no longer changed. */
  readonly fixed: boolean
}

/** Changing or withdrawing what this device wrote. On others' screens nothing says that it can. */
export function OwnIdeaTools({ own, fixed }: OwnIdeaToolsProps) {
  const ask = useAsk()
  const ownIdeas = useOwnIdeas()
  const store = useStore()
  const [text, setText] = useState<string | null>(null)
  const { secret } = own
  const withdraw = async () => {
    const outcome = await ask('withdraw-idea', { secret })
    if (!outcome.ok) return
    if (isOut(store, own.id)) ownIdeas.reword(secret, '')
    else ownIdeas.forget(secret)
  }
  const reword = async (words: string) => {
    const outcome = await ask('edit-idea', { secret, text: words.trim() })
    if (!outcome.ok) return
    ownIdeas.reword(secret, words.trim())
    setText(null)
  }
  if (text !== null) {
    return (
      <div className="own-idea-edit">
        <TextArea
          label={ideasWords.rewording}
          bare
          autoFocus
          value={text}
          onChange={setText}
          maxLength={IDEA_TEXT_MAX}
        />
        <div className="own-idea-actions">
          <Button
            size="small"
            refusal={text.trim() === '' ? ideasWords.fieldFirst : null}
            onClick={() => void reword(text)}
          >
            {ideasWords.keepWords}
          </Button>
          <Button size="small" look="tertiary" onClick={() => setText(null)}>
            {ideasWords.leaveWords}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <p className="own-idea-tools">
      {!fixed && <TextButton onClick={() => setText(own.text)}>{ideasWords.edit}</TextButton>}
      <TextButton onClick={() => void withdraw()}>{ideasWords.withdraw}</TextButton>
    </p>
  )
}
