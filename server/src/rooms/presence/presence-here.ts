import type { Random } from '@momentous/shared/board/order'
import type { PresenceFields } from '@momentous/shared/wire/presence'
import type { Peer } from '../line/peer.ts'
import type { Here } from './presence-courier.ts'
import { numbering, type Numbering } from './presence-numbers.ts'

/** Somebody who is here, as the server keeps it. */
export interface Known extends Here {
  /** The author's own clock: older states that come late are dropped. */
  clock: number
  fields: PresenceFields | null
}

/** Who is here, by socket and by client id. */
export interface Everybody {
  all(): Iterable<Known>
  get(peer: Peer): Known | undefined
  numberOf(peer: Peer): number
  /** Under a client id of its own, or one that stands in awareness for a socket without any. */
  enter(peer: Peer, client: number | null): Known
  leave(peer: Peer): Known | undefined
  /** The socket that goes by this client id. */
  holder(client: number): Peer | undefined
  /** Is what a socket says under this client id its own to say, and newer than what it said before? */
  isNews(peer: Peer, client: number, clock: number): boolean
}

/** Yjs draws client ids below this; above are those that stand for sockets without one. */
const CLIENTS = 2 ** 32

/** May this socket write under that client id? */
type MayUse = (client: number, peer: Peer) => boolean

export function everybodyHere(random: Random, mayUse: MayUse): Everybody {
  return new AllHere(numbering(random), mayUse)
}

class AllHere implements Everybody {
  readonly #numbers: Numbering
  readonly #mayUse: MayUse
  readonly #here = new Map<Peer, Known>()
  readonly #byClient = new Map<number, Peer>()

  constructor(numbers: Numbering, mayUse: MayUse) {
    this.#numbers = numbers
    this.#mayUse = mayUse
  }

  all(): Iterable<Known> {
    return this.#here.values()
  }

  get(peer: Peer): Known | undefined {
    return this.#here.get(peer)
  }

  numberOf(peer: Peer): number {
    return this.#numbers.of(peer)
  }

  holder(client: number): Peer | undefined {
    return this.#byClient.get(client)
  }

  isNews(peer: Peer, client: number, clock: number): boolean {
    const known = this.#here.get(peer)
    if (known !== undefined) return known.client === client && clock > known.clock
    // Whoever comes back while the old socket still hangs takes the client id along.
    const holder = this.#byClient.get(client)
    const isOthers = holder !== undefined && holder.actor.seat !== peer.actor.seat
    return client < CLIENTS && !isOthers && this.#mayUse(client, peer)
  }

  enter(peer: Peer, named: number | null): Known {
    const number = this.#numbers.of(peer)
    const client = named ?? CLIENTS + number
    const entry: Known = { peer, number, client, clock: -1, fields: null }
    this.#here.set(peer, entry)
    this.#byClient.set(client, peer)
    peer.presenceClient = client
    return entry
  }

  leave(peer: Peer): Known | undefined {
    const entry = this.#here.get(peer)
    if (entry === undefined) return undefined
    this.#here.delete(peer)
    if (this.#byClient.get(entry.client) === peer) this.#byClient.delete(entry.client)
    peer.presenceClient = null
    return entry
  }
}
