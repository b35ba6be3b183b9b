import type { Random } from '@momentous/shared/board/order'
import type { PresenceFields } from '@momentous/shared/wire/presence'
import type { Peer } from '../line/peer.ts'
import type { Here } from './presence-courier.ts'
import { numbering } from './presence-numbers.ts'

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

/** `mayUse`: may this socket write under that client id? */
export function everybodyHere(random: Random, mayUse: (client: number, peer: Peer) => boolean): Everybody {
  const here = new Map<Peer, Known>()
  const byClient = new Map<number, Peer>()
  const numbers = numbering(random)
  return {
    all: () => here.values(),
    get: (peer) => here.get(peer),
    numberOf: numbers.of,
    holder: (client) => byClient.get(client),
    isNews(peer, client, clock) {
      const known = here.get(peer)
      if (known !== undefined) return known.client === client && clock > known.clock
      // Whoever comes back while the old socket still hangs takes the client id along.
      const holder = byClient.get(client)
      const isOthers = holder !== undefined && holder.actor.seat !== peer.actor.seat
      return client < CLIENTS && !isOthers && mayUse(client, peer)
    },
    enter(peer, named) {
      const number = numbers.of(peer)
      const client = named ?? CLIENTS + number
      const entry: Known = { peer, number, client, clock: -1, fields: null }
      here.set(peer, entry)
      byClient.set(client, peer)
      peer.presenceClient = client
      return entry
    },
    leave(peer) {
      const entry = here.get(peer)
      if (entry === undefined) return undefined
      here.delete(peer)
      if (byClient.get(entry.client) === peer) byClient.delete(entry.client)
      peer.presenceClient = null
      return entry
    },
  }
}
