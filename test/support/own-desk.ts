import type { Actor } from '@momentous/shared/domain/actor'
import * as Y from 'yjs'
import { createActing, type Acting } from '../../client/src/model/acting.ts'
import { createBoardCopy } from '../../client/src/model/board-copy.ts'
import { createBoardFacts, type BoardFacts } from '../../client/src/model/board-records.ts'
import type { Change } from '../../client/src/model/outbox.ts'
import { actorOf, type LiveBoard } from './live-board.ts'
import { seededRandom } from './seeded-random.ts'

/** One person's own copy of a live board, with the one way of changing it; no server between the copies. */
export interface OwnDesk {
  readonly acting: Acting
  readonly facts: BoardFacts
  readonly doc: Y.Doc
  /** Every change that was made here. */
  readonly made: readonly Change[]
  /** Every sentence that was said here. */
  readonly said: readonly string[]
  /** Lets time pass, here alone. */
  pass(ms: number): void
}

export function ownDesk(live: LiveBoard, actor: Actor = actorOf('facilitator'), seed = 3): OwnDesk {
  const copy = createBoardCopy()
  const facts = createBoardFacts()
  const made: Change[] = []
  const said: string[] = []
  let now = 1_000_000
  let number = 0
  const { doc } = copy.board()
  facts.follow(copy.board())
  const acting = createActing({
    copy,
    facts,
    actor: () => actor,
    made: (change) => void made.push(change),
    newKey: () => `${seed}-${number++}`,
    epoch: () => 1,
    random: seededRandom(seed),
    say: (sentence) => void said.push(sentence),
    now: () => now,
  })
  // What anybody writes is at once everywhere.
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(live.board.doc), 'others')
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'others') Y.applyUpdate(live.board.doc, update, doc)
  })
  live.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== doc) Y.applyUpdate(doc, update, 'others')
  })
  return { acting, facts, doc, made, said, pass: (ms) => void (now += ms) }
}
