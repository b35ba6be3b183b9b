import type { SeatId } from '@momentous/shared/domain/id'
import type { Entry } from '../../storage/storage.ts'

/** The server's own client ids are claimed like anybody's, so that nobody writes under one, not even after a restart. */
export const SERVER_SEAT = 'momentous-server' as SeatId

/** Who writes under which Yjs client id. The first use claims it, for good. */
export interface ClientOwners {
  /** May this seat write under `client`, now or after claiming it? */
  mayUse(client: number, seat: SeatId): boolean
  /** Makes it the seat's; the entry to keep, or null when it was the seat's before. */
  claim(client: number, seat: SeatId): Entry | null
  has(client: number): boolean
  /** How many are the seat's. */
  countOf(seat: SeatId): number
  /** Neither of the two has a seat, and the socket that claimed it is there still: it may be the same person's. */
  isStillOpen(client: number, seat: SeatId): boolean
}

/**
 * `isAbandoned` says of a seat that lasted as long as its socket, whether that socket is gone: somebody who comes back
 * with the same link and the same document has a new such seat, and goes on under the same client id.
 * `isShownByAnother`: whose presence goes by an id will write under it, so nobody else may be the first.
 */
export function clientOwners(
  stored: ReadonlyMap<number, SeatId>,
  isAbandoned: (seat: SeatId) => boolean,
  isVisitor: (seat: SeatId) => boolean,
  isShownByAnother: (client: number, seat: SeatId) => boolean = () => false,
): ClientOwners {
  const claimed = new Map<number, SeatId>()
  const ownerOf = (client: number): SeatId | undefined => claimed.get(client) ?? stored.get(client)

  function mayUse(client: number, seat: SeatId): boolean {
    const owner = ownerOf(client)
    if (owner === undefined) return !isShownByAnother(client, seat)
    if (owner === seat) return true
    return owner !== SERVER_SEAT && isVisitor(seat) && isAbandoned(owner)
  }

  return {
    mayUse,
    has: (client) => ownerOf(client) !== undefined,
    countOf(seat) {
      let count = 0
      for (const each of stored.values()) if (each === seat) count++
      for (const each of claimed.values()) if (each === seat) count++
      return count
    },
    isStillOpen(client, seat) {
      const owner = ownerOf(client)
      if (owner === undefined || owner === seat || owner === SERVER_SEAT) return false
      return isVisitor(seat) && isVisitor(owner) && !isAbandoned(owner)
    },
    claim(client, seat) {
      const owner = ownerOf(client)
      if (owner === seat) return null
      claimed.set(client, seat)
      // The storage keeps the first claim; a visitor who took over an abandoned one is remembered here alone.
      return owner === undefined ? { kind: 'client-id', client, seat } : null
    },
  }
}
