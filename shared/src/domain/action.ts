import type { Ranking } from './assessment.ts'
import type { ActionId, IdeaId, MomentId, RungId, SeatId } from './id.ts'

export const ACTION_TEXT_MAX = 1000

export interface Owner {
  /** Null for somebody who isn't on the board. */
  readonly seat: SeatId | null
  readonly name: string
}

/** What will be done about a priority. */
export interface Action {
  readonly id: ActionId
  readonly moment: MomentId
  readonly text: string
  readonly firstStep: string
  /** Calendar date, YYYY-MM-DD. */
  readonly due: string | null
  readonly target: Ranking | null
  readonly ideas: readonly IdeaId[]
  readonly owner: Owner | null
  readonly agreed: readonly SeatId[]
  readonly order: string
  readonly removed: boolean
}

/** One small step of a moment over time: 14 days to deliver, then 10, then 7, then a money-back promise, then 5. */
export interface Rung {
  readonly id: RungId
  readonly moment: MomentId
  readonly text: string
  readonly order: string
  readonly done: boolean
  readonly removed: boolean
}
