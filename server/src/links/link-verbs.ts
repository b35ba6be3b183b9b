import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { BoardFacts, Entry } from '../storage/storage.ts'
import type { Door } from './door.ts'
import { openLink } from './new-links.ts'
import { newToken } from './token.ts'

export interface LinkVerbs {
  /** Closes the role's links with their seats and returns the new link's token; `keep` moves over to the new link. */
  renew(board: BoardId, role: Role, keep: SeatId): Promise<string>
  /** Closes the role's links with their seats; `keep` stays. */
  closeLink(board: BoardId, role: Role, keep: SeatId): Promise<void>
  setDoor(board: BoardId, open: boolean): Promise<void>
  nameHeir(board: BoardId, seat: SeatId | null): Promise<void>
  /** Nothing of the board stays, and every socket on it ends. */
  deleteBoard(board: BoardId): Promise<void>
}

export function linkVerbs(door: Door): LinkVerbs {
  return {
    renew: (board, role, keep) =>
      door.change(board, (facts) => {
        const token = newToken()
        const link = openLink(token, role)
        return { entries: [{ kind: 'link', link }, ...closing(facts, role, keep, link.hash)], result: token }
      }),
    closeLink: (board, role, keep) =>
      door.change(board, (facts) => ({ entries: closing(facts, role, keep, null), result: undefined })),
    setDoor: (board, open) =>
      door.change(board, ({ record }) => ({
        entries: [{ kind: 'board-changed', record: { ...record, door: open ? 'open' : 'closed' } }],
        result: undefined,
      })),
    nameHeir: (board, heir) =>
      door.change(board, ({ record }) => ({
        entries: [{ kind: 'board-changed', record: { ...record, heir } }],
        result: undefined,
      })),
    deleteBoard: (board) => door.change(board, () => ({ entries: [{ kind: 'board-deleted' }], result: undefined })),
  }
}

/** Whoever closes a link doesn't lock the door behind oneself: that seat goes on, under the new link or by itself. */
function closing(facts: BoardFacts, role: Role, keep: SeatId, next: string | null): readonly Entry[] {
  const links = facts.links.filter((link) => link.role === role && !link.closed)
  const hashes = new Set<string | null>(links.map(({ hash }) => hash))
  const seats = facts.seats.filter((seat) => !seat.closed && seat.link !== null && hashes.has(seat.link))
  return [
    ...links.map((link): Entry => ({ kind: 'link', link: { ...link, closed: true } })),
    ...seats.map((seat): Entry => ({
      kind: 'seat',
      seat: seat.id === keep ? { ...seat, link: next } : { ...seat, closed: true },
    })),
  ]
}
