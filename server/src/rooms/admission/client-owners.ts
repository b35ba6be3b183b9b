import type { SeatId } from '@momentous/shared/domain/id'
import type { Entry } from '../../storage/storage.ts'
import type { Claims } from './claims.ts'

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
  stored: Claims,
  isAbandoned: (seat: SeatId) => boolean,
  isVisitor: (seat: SeatId) => boolean,
  isShownByAnother: (client: number, seat: SeatId) => boolean = () => false,
): ClientOwners {
  return new Owners(stored, isAbandoned, isVisitor, isShownByAnother)
}

type Asked = (client: number, seat: SeatId) => boolean

class Owners implements ClientOwners {
  readonly #stored: Claims
  readonly #isAbandoned: (seat: SeatId) => boolean
  readonly #isVisitor: (seat: SeatId) => boolean
  readonly #isShownByAnother: Asked
  /** Null until somebody claims one. */
  #claimed: Map<number, SeatId> | null = null

  constructor(
    stored: Claims,
    isAbandoned: (seat: SeatId) => boolean,
    isVisitor: (seat: SeatId) => boolean,
    isShownByAnother: Asked,
  ) {
    this.#stored = stored
    this.#isAbandoned = isAbandoned
    this.#isVisitor = isVisitor
    this.#isShownByAnother = isShownByAnother
  }

  mayUse(client: number, seat: SeatId): boolean {
    const owner = this.#ownerOf(client)
    if (owner === undefined) return !this.#isShownByAnother(client, seat)
    if (owner === seat) return true
    return owner !== SERVER_SEAT && this.#isVisitor(seat) && this.#isAbandoned(owner)
  }

  has(client: number): boolean {
    return this.#ownerOf(client) !== undefined
  }

  countOf(seat: SeatId): number {
    let count = 0
    for (const each of this.#stored.values()) if (each === seat) count++
    for (const each of this.#claimed?.values() ?? []) if (each === seat) count++
    return count
  }

  isStillOpen(client: number, seat: SeatId): boolean {
    const owner = this.#ownerOf(client)
    if (owner === undefined || owner === seat || owner === SERVER_SEAT) return false
    return this.#isVisitor(seat) && this.#isVisitor(owner) && !this.#isAbandoned(owner)
  }

  claim(client: number, seat: SeatId): Entry | null {
    const owner = this.#ownerOf(client)
    if (owner === seat) return null
    this.#claimed = (this.#claimed ?? new Map<number, SeatId>()).set(client, seat)
    // The storage keeps the first claim; a visitor who took over an abandoned one is remembered here alone.
    return owner === undefined ? { kind: 'client-id', client, seat } : null
  }

  #ownerOf(client: number): SeatId | undefined {
    return this.#claimed?.get(client) ?? this.#stored.get(client)
  }
}
