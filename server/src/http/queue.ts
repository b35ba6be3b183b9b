import type { BoardId } from '@momentous/shared/domain/id'
import { Refusal } from './refusal.ts'

/** Who asks for something that takes a while. */
export interface Asker {
  readonly board: BoardId
  /** Nobody is there any more to take what would be made. */
  hasGone(): boolean
}

/** How many may wait, besides the one whose turn it is. */
const WAITING_MOST = 8
/** Nobody's board keeps all others waiting. */
const WAITING_OF_BOARD = 2

interface Waiting extends Asker {
  begin(): void
  leave(): void
}

/** Does one thing after the other, in the order in which they were asked for. What waits is not begun, and holds nothing. */
export type Queue = <Result>(asker: Asker, work: () => Promise<Result>) => Promise<Result>

/** A queue that ends: whom it can't take hears this sentence at once. */
export function createQueue(sentence: string): Queue {
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
    if (waiting.length >= WAITING_MOST || ofBoard >= WAITING_OF_BOARD) throw new Refusal(503, 'busy', sentence)
    return new Promise((resolve, reject) => {
      const leave = () => reject(new Refusal(499, 'gone', 'Whoever asked for this has gone.'))
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
