import { updateKey } from '@momentous/shared/wire/update-key'
import type * as Y from 'yjs'
import { storeWords } from '../words/store.ts'
import type { Acting } from './acting.ts'
import type { BoardCopy } from './board-copy.ts'
import type { BoardFacts } from './board-records.ts'
import type { Offered } from './offered.ts'
import type { KeptOutbox } from './kept-outbox.ts'
import type { Change } from './outbox.ts'
import { newId } from './random.ts'
import { arrived, replay, wordsOf, type Refusal, type Unsaved } from './recovery.ts'

export interface MovingDesk {
  readonly copy: BoardCopy
  readonly facts: BoardFacts
  readonly acting: Acting
  readonly outbox: KeptOutbox
  offer(offers: readonly Offered[]): void
}

/**
 * Moves over to a fresh document: what the server had taken of ours is in it, what is still allowed is done anew, and the
 * rest is offered back. With `giveUp` nothing is done anew: the server has refused it again and again.
 */
export function moveOver(desk: MovingDesk, fresh: Y.Doc, refusal: Refusal | null, giveUp: boolean): void {
  const { copy, facts, acting, outbox } = desk
  outbox.renew((former) => {
    const words = new Map(former.map((change) => [change, wordsOf(change, acting.facts)]))
    copy.replace(fresh)
    facts.follow(copy.board())
    const there = arrived(former, fresh)
    const unsaved = former
      .filter((change) => !there.has(change))
      .map((change): Unsaved => ({ change, words: words.get(change) ?? '', refusal: said(change, refusal, giveUp) }))
    desk.offer(replay(unsaved, { facts: acting.facts, redo: ({ name, args }) => acting.redo(name, args), newId }))
  })
}

/** There is no board to move over to any more: everything that was not saved is given back to its author. */
export function giveBack(desk: Omit<MovingDesk, 'facts'>, reason: string): void {
  const { acting, outbox } = desk
  const refusal: Refusal = { key: 0, rule: null, reason }
  outbox.renew((former) => {
    const unsaved = former.map((change): Unsaved => ({ change, words: wordsOf(change, acting.facts), refusal }))
    desk.offer(replay(unsaved, { facts: acting.facts, redo: ({ name, args }) => acting.redo(name, args), newId }))
  })
}

/** What the server has said already about a change, so that it need not be tried. */
function said(change: Change, refusal: Refusal | null, giveUp: boolean): Refusal | null {
  if (refusal !== null && (giveUp || refusal.key === updateKey(change.update))) return refusal
  return giveUp ? { key: 0, rule: null, reason: storeWords.notTaken } : null
}
