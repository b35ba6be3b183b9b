import type { SeatId } from '@momentous/shared/domain/id'

/** Who claimed which client id. */
export type Claims = Pick<ReadonlyMap<number, SeatId>, 'get' | 'has' | 'values'>

/** Every page that ever wrote has claimed one, and most rooms never ask: until somebody does they are kept as a short list. */
export function claimsOf(stored: ReadonlyMap<number, SeatId>): Claims {
  return new ListedClaims(stored)
}

interface ClaimsOfSeat {
  readonly seat: SeatId
  readonly clients: readonly number[]
}

const NONE: readonly ClaimsOfSeat[] = Object.freeze([])

class ListedClaims implements Claims {
  #list: readonly ClaimsOfSeat[]
  #table: Map<number, SeatId> | null = null

  constructor(stored: ReadonlyMap<number, SeatId>) {
    const bySeat = Map.groupBy(stored.keys(), (client) => stored.get(client))
    const list: ClaimsOfSeat[] = []
    for (const [seat, clients] of bySeat) if (seat !== undefined) list.push({ seat, clients: [...clients] })
    this.#list = list.length === 0 ? NONE : list
  }

  get(client: number): SeatId | undefined {
    return this.#asked().get(client)
  }

  has(client: number): boolean {
    return this.#asked().has(client)
  }

  values(): MapIterator<SeatId> {
    return this.#asked().values()
  }

  #asked(): Map<number, SeatId> {
    this.#table ??= new Map(this.#list.flatMap(({ seat, clients }) => clients.map((client) => [client, seat] as const)))
    this.#list = NONE
    return this.#table
  }
}
