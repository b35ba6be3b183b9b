import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { nudgeFor, type Nudge } from '@momentous/shared/rules/no-dissing'
import { useState } from 'react'
import type { Outcome } from '../model/board-store.ts'
import type { IdeaDraft } from '../model/idea-drafts.ts'
import { sendConcern, sendIdea } from '../model/say-idea.ts'
import { useIdeaDrafts } from '../model/use-idea-drafts.ts'
import { useOwnIdeas } from '../model/use-own-ideas.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'

export interface Saying {
  /** What is being said, and for which moment it was begun. */
  readonly draft: IdeaDraft
  readonly nudge: Nudge | null
  /** Why it did not go; the words are back in the field. */
  readonly trouble: string | null
  readonly onText: (text: string) => void
  /** Sends, or asks first when the words call for a nudge. True when nothing was asked. */
  readonly onSend: () => boolean
  readonly onSendAsItIs: () => void
  readonly onKeepForDecide: () => void
  readonly onReword: () => void
}

/** Writing an idea, or a build on one: half-typed words are kept, a nudge comes before sending and never after. */
export function useSaying(moment: MomentId, idea: IdeaId | null): Saying {
  const store = useStore()
  const own = useOwnIdeas()
  const drafts = useIdeaDrafts()
  useWatched(drafts)
  const [nudge, setNudge] = useState<Nudge | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const draft = drafts.of(idea) ?? { moment, idea, text: '' }

  const go = async (send: () => Promise<Outcome>, done?: string) => {
    setNudge(null)
    setTrouble(null)
    drafts.write({ ...draft, text: '' })
    const outcome = await send()
    if (outcome.ok) return done !== undefined && store.say(done)
    const since = drafts.of(idea)?.text ?? ''
    drafts.write({ ...draft, text: since === '' ? draft.text : `${draft.text} ${since}` })
    return setTrouble(outcome.reason)
  }
  const sendNow = () => void go(() => sendIdea(store, own, draft))

  return {
    draft,
    nudge,
    trouble,
    onText(text) {
      drafts.write({ ...draft, text })
      setNudge(null)
      setTrouble(null)
    },
    onSend() {
      if (draft.text.trim() === '') return false
      const asked = nudgeFor(draft.text)
      if (asked === null) sendNow()
      setNudge(asked)
      return asked === null
    },
    onSendAsItIs: sendNow,
    onKeepForDecide: () => void go(() => sendConcern(store, draft.moment, idea, draft.text), ideasWords.concernKept),
    onReword: () => setNudge(null),
  }
}
