import { updateKey } from '@momentous/shared/wire/update-key'
import type * as Y from 'yjs'
import { storeWords } from '../words/store.ts'
import type { Acting } from './acting.ts'
import type { BoardCopy } from './board-copy.ts'
import type { BoardFacts } from './board-records.ts'
import type { Offered } from './board-store.ts'
import type { KeptOutbox } from './kept-outbox.ts'
import type { Change } from './outbox.ts'
import type { LivePresence } from './presence.ts'
import { newId } from './random.ts'
import { arrived, replay, wordsOf, type Refusal, type Unsaved } from './recovery.ts'

export interface MovingDesk {
  readonly copy: BoardCopy
  readonly facts: BoardFacts
  readonly acting: Acting
  readonly outbox: KeptOutbox
  readonly presence: LivePresence
  offer(offers: readonly Offered[]): void
}

/**
 * Moves over to a fresh document: what the server had taken of ours is in it, what is still allowed is done anew, and the
 * rest is offered back. With `giveUp` nothing is done anew: the server has refused it again and again.
 */
export function moveOver(desk: MovingDesk, fresh: Y.Doc, refusal: Refusal | null, giveUp: boolean): void {
  const { copy, facts, acting, outbox, presence } = desk
  outbox.renew((former) => {
    const words = new Map(former.map((change) => [change, wordsOf(change, acting.facts)]))
    copy.replace(fresh)
    facts.follow(copy.board())
    presence.follow(fresh)
    const there = arrived(former, fresh)
    const unsaved = former
      .filter((change) => !there.has(change))
      .map((change): Unsaved => ({ change, words: words.get(change) ?? '', refusal: said(change, refusal, giveUp) }))
    desk.offer(replay(unsaved, { facts: acting.facts, redo: ({ name, args }) => acting.redo(name, args), newId }))
  })
}

/** What the server has said already about a change, so that it need not be tried. */
function said(change: Change, refusal: Refusal | null, giveUp: boolean): Refusal | null {
  if (refusal !== null && (giveUp || refusal.key === updateKey(change.update))) return refusal
  return giveUp ? { key: 0, rule: null, reason: storeWords.notTaken } : null
}
