import { readOwnPresence } from '@momentous/shared/wire/compact-presence'
import type { Random } from '@momentous/shared/board/order'
import type { PresenceFields } from '@momentous/shared/wire/presence'
import type { Decoder } from 'lib0/decoding'
import type { After } from './alarm.ts'
import type { Peer } from './peer.ts'
import { presenceCourier, type Here } from './presence-courier.ts'
import { numbering } from './presence-numbers.ts'
import { readPresenceOf, type PresenceRead } from './presence-frame.ts'

/** Who is here and what they do at the moment: never stored, rebuilt from known fields, and silent in anonymous spans. */
export interface Presence {
  /** What a peer says about itself in awareness. What it says about others is dropped: a stock client sends everybody's states back. */
  take(peer: Peer, frame: Uint8Array): void
  /** The same in the compact form. */
  takeCompact(peer: Peer, decoder: Decoder): void
  /** Everybody's state, for a newcomer. */
  welcome(peer: Peer): void
  leave(peer: Peer): void
  /** In a span nothing travels but who is here; what was out is taken back. */
  setSilent(silent: boolean): void
  /** In a quiet span not even who comes or goes: everybody is taken out of sight, and shown again afterwards. */
  setHidden(hidden: boolean): void
  /** A name or role is another now. */
  refresh(): void
  /** Something else is being told: what is new may leave with it. */
  comeAlong(): void
  /** Tells all states again to whoever needs that. */
  renew(): void
  stop(): void
}

interface PresenceHost {
  readonly peers: ReadonlySet<Peer>
  readonly now: () => number
  readonly after: After
  readonly random: Random
  /** May this peer go by this client id? */
  mayUse(client: number, peer: Peer): boolean
}

interface Known extends Here {
  /** The author's own clock: older states that come late are dropped. */
  clock: number
  fields: PresenceFields | null
}

/** Yjs draws client ids below this; above are those that stand in awareness for sockets without one. */
const CLIENTS = 2 ** 32

export function createPresence({ peers, now, after, random, mayUse }: PresenceHost): Presence {
  const here = new Map<Peer, Known>()
  const byClient = new Map<number, Peer>()
  const numbers = numbering(random)
  const courier = presenceCourier({
    peers,
    everybody: () => (hidden ? [] : here.values()),
    numberOf: numbers.of,
    now,
    after,
  })
  let silent = false
  let hidden = false

  function tell(entry: Known): void {
    if (!hidden) courier.changed(entry)
  }

  function enter(peer: Peer, client: number): Known {
    const entry: Known = { peer, number: numbers.of(peer), client, clock: -1, fields: null }
    here.set(peer, entry)
    byClient.set(client, peer)
    peer.presenceClient = client
    return entry
  }

  function leave(peer: Peer): void {
    const entry = here.get(peer)
    if (entry === undefined) return
    here.delete(peer)
    if (byClient.get(entry.client) === peer) byClient.delete(entry.client)
    peer.presenceClient = null
    if (!hidden) courier.gone(entry)
  }

  /** Whoever comes back while the old socket still hangs takes the client id along. */
  function isOthers(client: number, peer: Peer): boolean {
    const holder = byClient.get(client)
    return holder !== undefined && holder.actor.seat !== peer.actor.seat
  }

  function isNews(peer: Peer, client: number, clock: number): boolean {
    const known = here.get(peer)
    if (known !== undefined) return known.client === client && clock > known.clock
    return client < CLIENTS && !isOthers(client, peer) && mayUse(client, peer)
  }

  function takeOne(peer: Peer, { client, clock, state }: PresenceRead): void {
    if (state === null) return leave(peer)
    const former = byClient.get(client)
    if (former !== undefined && former !== peer) leave(former)
    const entry = here.get(peer)
    if (entry !== undefined) entry.clock = clock
    say(entry, state, () => Object.assign(enter(peer, client), { clock }))
  }

  function say(known: Known | undefined, fields: PresenceFields, come: () => Known): void {
    // In a span a newcomer is told of, and nothing that anybody does.
    if (silent && known !== undefined) return
    const entry = known ?? come()
    entry.fields = silent ? null : fields
    tell(entry)
  }

  return {
    take(peer, frame) {
      for (const each of readPresenceOf(frame, (client, clock) => isNews(peer, client, clock))) takeOne(peer, each)
    },
    takeCompact(peer, decoder) {
      const fields = readOwnPresence(decoder)
      if (fields !== null) say(here.get(peer), fields, () => enter(peer, CLIENTS + numbers.of(peer)))
    },
    welcome: (peer) => courier.welcome(peer, numbers.of(peer)),
    leave,
    setSilent(next) {
      if (next === silent) return
      silent = next
      for (const entry of here.values()) {
        entry.fields = null
        tell(entry)
      }
    },
    refresh() {
      for (const entry of here.values()) tell(entry)
    },
    setHidden(next) {
      if (next === hidden) return
      hidden = next
      for (const entry of here.values())
        if (hidden) courier.gone(entry)
        else courier.changed(entry)
    },
    comeAlong: courier.comeAlong,
    renew: courier.renew,
    stop: courier.stop,
  }
}
