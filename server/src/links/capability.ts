import { newId, type BoardId, type SeatId } from '@momentous/shared/domain/id'
import type { Actor } from '@momentous/shared/domain/actor'
import type { Role } from '@momentous/shared/domain/role'
import { getRandomValues } from 'node:crypto'
import type { Capability, SeatRecord } from '../storage/storage.ts'
import { sameHash } from './token.ts'

/** Somebody who showed a good token: what a socket or a request may act as. */
export interface Bearer {
  readonly board: BoardId
  readonly actor: Actor
  /** What the secret rows of this person are keyed by; never logged, never stored. */
  readonly token: string
  /** Hash of the link when only a link was shown; the socket ends when that link is closed. */
  readonly link: string | null
}

export type Verdict =
  | { readonly ok: true; readonly bearer: Bearer }
  /** Nobody ever had this token. */
  | { readonly ok: false; readonly why: 'unknown' }
  /** The link was renewed or closed, with the seats that came with it; or this very seat was removed. */
  | { readonly ok: false; readonly why: 'closed' | 'removed'; readonly board: BoardId }

/** Turns what the storage knows about a token's hash into somebody who may act. */
export function judge(token: string, hash: string, capability: Capability | null): Verdict {
  if (capability === null) return { ok: false, why: 'unknown' }
  const known = capability.kind === 'link' ? capability.link : capability.seat
  if (!sameHash(hash, known.hash)) return { ok: false, why: 'unknown' }
  const { board } = capability
  if (known.closed) return { ok: false, why: 'closed', board }
  if (capability.kind === 'link') {
    return { ok: true, bearer: { board, token, link: hash, actor: visitor(capability.link.role) } }
  }
  return { ok: true, bearer: { board, token, link: null, actor: seatedActor(capability.seat) } }
}

export function seatedActor(seat: SeatRecord): Actor {
  return { seat: seat.id, role: seat.role, name: seat.name, seated: true }
}

/** Somebody with a link alone: a seat that lasts as long as the socket or the request. */
function visitor(role: Role): Actor {
  return { seat: newId<SeatId>((bytes) => getRandomValues(bytes)), role, name: '', seated: false }
}
