import type { SeatId } from './id.ts'
import type { Role, Workplace } from './role.ts'

/** One row of the people list that the server sends to everybody on the board. */
export interface Person {
  readonly seat: SeatId
  readonly name: string
  readonly role: Role
  readonly workplace: Workplace | null
  readonly online: boolean
  /** "Ready" or "finished" in the current phase. */
  readonly ready: boolean
  /** Named to take over when no facilitator is left. */
  readonly heir: boolean
}
