import type { PresenceFields, PresenceState } from '@momentous/shared/wire/presence'
import type { After } from './alarm.ts'
import type { Peer } from './peer.ts'
import { presenceCourier, type Told } from './presence-courier.ts'
import { readPresenceOf, type PresenceRead } from './presence-frame.ts'

/** Who is here and what they do at the moment: never stored, rebuilt from known fields, and silent in anonymous spans. */
export interface Presence {
  /** What a peer says about itself. What it says about others is dropped: a stock client sends everybody's states back. */
  take(peer: Peer, frame: Uint8Array): void
  /** Everybody's state, for a newcomer. */
  welcome(peer: Peer): void
  leave(peer: Peer): void
  /** In a span nothing travels but who is here; what was out is taken back. */
  setSilent(silent: boolean): void
  /** A name or role is another now. */
  refresh(): void
  /** Tells all states again: a client forgets whom it hasn't heard of for 30 seconds. */
  renew(): void
  stop(): void
}

interface PresenceHost {
  readonly peers: ReadonlySet<Peer>
  readonly now: () => number
  readonly after: After
  /** May this peer go by this client id? */
  mayUse(client: number, peer: Peer): boolean
}

interface Here {
  readonly client: number
  /** The author's own clock: older states that come late are dropped. */
  clock: number
  fields: PresenceFields | null
  /** As it was told last. */
  told: string
}

export function createPresence({ peers, now, after, mayUse }: PresenceHost): Presence {
  const here = new Map<Peer, Here>()
  const courier = presenceCourier({ peers, now, after, clientOf: (peer) => here.get(peer)?.client })
  let silent = false

  const everybody = (): readonly Told[] => [...here.values()].map(({ client, told }) => ({ client, state: told }))
  /** Somebody who comes back while the old socket still hangs takes the client id along. */
  function isFree(client: number, peer: Peer): boolean {
    const holder = [...here].find(([, entry]) => entry.client === client)?.[0]
    if (holder !== undefined && holder.actor.seat === peer.actor.seat) here.delete(holder)
    return holder === undefined || !here.has(holder)
  }

  function consider(peer: Peer, entry: Here): void {
    const state = stateOf(peer, silent ? null : entry.fields)
    if (state === entry.told) return
    entry.told = state
    courier.change({ client: entry.client, state })
  }

  function leave(peer: Peer): void {
    const entry = here.get(peer)
    if (entry === undefined) return
    here.delete(peer)
    peer.presenceClient = null
    courier.change({ client: entry.client, state: 'null' })
  }

  function takeOne(peer: Peer, { client, clock, state }: PresenceRead): void {
    const known = here.get(peer)
    if (known === undefined ? !isFree(client, peer) || !mayUse(client, peer) : known.client !== client) return
    if (known !== undefined && clock <= known.clock) return
    if (state === null) return leave(peer)
    const entry = known ?? { client, clock, fields: null, told: '' }
    entry.clock = clock
    entry.fields = silent ? null : state
    here.set(peer, entry)
    peer.presenceClient = client
    consider(peer, entry)
  }

  return {
    take(peer, frame) {
      for (const each of readPresenceOf(frame)) takeOne(peer, each)
    },
    welcome: (peer) => courier.tell(everybody(), peer),
    leave,
    setSilent(next) {
      if (next === silent) return
      silent = next
      for (const [peer, entry] of here) {
        entry.fields = null
        consider(peer, entry)
      }
    },
    refresh() {
      for (const [peer, entry] of here) consider(peer, entry)
    },
    renew: () => courier.tell(everybody(), null),
    stop: () => courier.stop(),
  }
}

/** Who it is comes from the seat; of an observer nothing else is told. */
function stateOf({ actor: { seat, name, role } }: Peer, fields: PresenceFields | null): string {
  const state: PresenceState = { seat, name, role, ...(role === 'observer' ? {} : fields) }
  return JSON.stringify(state)
}
