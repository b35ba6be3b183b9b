import type { BoardId } from '@momentous/shared/domain/id'
import { Refusal, refusals } from './refusal.ts'

/** Who asks for something that takes a while. */
export interface Asker {
  readonly board: BoardId
  /** Nobody is there any more to take what would be made. */
  hasGone(): boolean
}

/** How many may wait, besides the one whose turn it is. */
export interface QueueRoom {
  readonly inAll: number
  /** Nobody's board keeps all others waiting. */
  readonly ofBoard: number
}

const FEW: QueueRoom = { inAll: 8, ofBoard: 2 }

interface Waiting extends Asker {
  begin(): void
  leave(): void
}

/** Does one thing after the other, in the order in which they were asked for. What waits is not begun, and holds nothing. */
export type Queue = <Result>(asker: Asker, work: () => Promise<Result>) => Promise<Result>

/** A queue that ends: whom it can't take hears this sentence at once. */
export function createQueue(sentence: string, room: QueueRoom = FEW): Queue {
  let waiting: readonly Waiting[] = []
  let works = false

  function dropGone(): void {
    const gone = waiting.filter((each) => each.hasGone())
    waiting = waiting.filter((each) => !gone.includes(each))
    for (const each of gone) each.leave()
  }

  function next(): void {
    dropGone()
    const [first, ...others] = waiting
    waiting = others
    works = first !== undefined
    first?.begin()
  }

  function turnOf({ board, hasGone }: Asker): Promise<void> {
    dropGone()
    const ofBoard = waiting.filter((each) => each.board === board).length
    if (waiting.length >= room.inAll || ofBoard >= room.ofBoard) throw new Refusal(503, 'busy', sentence)
    return new Promise((resolve, reject) => {
      const leave = () => reject(refusals.gone())
      waiting = [...waiting, { board, hasGone, begin: resolve, leave }]
    })
  }

  return async (asker, work) => {
    if (works) await turnOf(asker)
    works = true
    try {
      return await work()
    } finally {
      next()
    }
  }
}
