import type { SeatId } from './id.ts'
import type { Role } from './role.ts'

/** A person on one board, as proven by a seat's or a link's token. */
export interface Actor {
  readonly seat: SeatId
  readonly role: Role
  readonly name: string
  /** False for a socket or request that showed only a link's token: it may not do what counts per person. */
  readonly seated: boolean
}
