import { newId, type SeatId } from '@momentous/shared/domain/id'
import type { Role, Workplace } from '@momentous/shared/domain/role'
import { getRandomValues } from 'node:crypto'
import type { SeatRecord } from '../storage/storage.ts'
import { hashToken, newToken } from './token.ts'

/** How somebody wants to be known on the board. What is left out stays as it is. */
export interface SeatWishes {
  readonly name?: string | undefined
  readonly workplace?: Workplace | null | undefined
}

/** A seat, with its token where that is told: to the person who takes it, once. */
export interface SeatGrant {
  readonly seat: SeatRecord
  readonly token: string
}

/** Who gives no name at all. */
const NAMELESS = 'Somebody'

/** Open seats that a board may have: many more than a workshop, few enough to list. */
export const SEATS_MAX = 500

export function newSeat(wishes: SeatWishes, role: Role, link: string | null): SeatGrant {
  const token = newToken()
  const id = newId<SeatId>((bytes) => getRandomValues(bytes))
  const unnamed = { id, name: NAMELESS, role, workplace: null, hash: hashToken(token), link, closed: false }
  return { token, seat: withWishes(unnamed, wishes) }
}

export function withWishes(seat: SeatRecord, { name, workplace }: SeatWishes): SeatRecord {
  return {
    ...seat,
    ...(name === undefined || name.trim() === '' ? {} : { name: name.trim() }),
    ...(workplace === undefined ? {} : { workplace }),
  }
}
