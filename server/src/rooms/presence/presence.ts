import { readOwnPresence } from '@momentous/shared/wire/compact-presence'
import type { Random } from '@momentous/shared/board/order'
import type { PresenceFields } from '@momentous/shared/wire/presence'
import type { Decoder } from 'lib0/decoding'
import { timeUntil, type After } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Peer } from '../line/peer.ts'
import { presenceCourier, type PresenceCourier } from './presence-courier.ts'
import { everybodyHere, type Everybody, type Known } from './presence-here.ts'
import { readPresenceOf, type PresenceRead } from './presence-frame.ts'

/** Who is here and what they do at the moment: never stored, rebuilt from known fields, and silent in anonymous spans. */
export interface Presence {
  /** What a peer says about itself in awareness. What it says about others is dropped: a stock client sends everybody's states back. */
  take(peer: Peer, frame: Uint8Array): void
  /** The same in the compact form. */
  takeCompact(peer: Peer, decoder: Decoder): void
  /** Everybody's state, for a newcomer. */
  welcome(peer: Peer): void
  /** A peer asks for that. It hears of whatever happens by itself, so asking again and again is passed over. */
  ask(peer: Peer): void
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

export function createPresence(host: PresenceHost): Presence {
  return new RoomPresence(host)
}

class RoomPresence implements Presence {
  readonly #now: () => number
  readonly #here: Everybody
  readonly #courier: PresenceCourier
  /** When each was told everything. */
  readonly #toldAt = new WeakMap<Peer, number>()
  #silent = false
  #hidden = false

  constructor({ peers, now, after, random, mayUse }: PresenceHost) {
    this.#now = now
    this.#here = everybodyHere(random, mayUse)
    this.#courier = presenceCourier({
      peers,
      everybody: () => (this.#hidden ? [] : this.#here.all()),
      numberOf: (peer) => this.#here.numberOf(peer),
      now,
      after,
    })
  }

  take(peer: Peer, frame: Uint8Array): void {
    const isNews = (client: number, clock: number): boolean => this.#here.isNews(peer, client, clock)
    for (const each of readPresenceOf(frame, isNews)) this.#takeOne(peer, each)
  }

  takeCompact(peer: Peer, decoder: Decoder): void {
    const fields = readOwnPresence(decoder)
    if (fields !== null) this.#say(peer, fields, null)
  }

  welcome(peer: Peer): void {
    this.#toldAt.set(peer, this.#now())
    this.#courier.welcome(peer, this.#here.numberOf(peer))
  }

  /** Not more often than questions are answered otherwise. */
  ask(peer: Peer): void {
    const last = this.#toldAt.get(peer)
    if (last === undefined) return
    if (timeUntil(last + limits.questionPause, this.#now(), limits.questionPause) === 0) this.welcome(peer)
  }

  leave(peer: Peer): void {
    const entry = this.#here.leave(peer)
    if (entry !== undefined && !this.#hidden) this.#courier.gone(entry)
  }

  setSilent(next: boolean): void {
    if (next === this.#silent) return
    this.#silent = next
    for (const entry of this.#here.all()) {
      entry.fields = null
      this.#tell(entry)
    }
  }

  setHidden(next: boolean): void {
    if (next === this.#hidden) return
    this.#hidden = next
    for (const entry of this.#here.all()) this.#courier[next ? 'gone' : 'changed'](entry)
  }

  refresh(): void {
    for (const entry of this.#here.all()) this.#tell(entry)
  }

  comeAlong(): void {
    this.#courier.comeAlong()
  }

  renew(): void {
    this.#courier.renew()
  }

  stop(): void {
    this.#courier.stop()
  }

  #takeOne(peer: Peer, { client, clock, state }: PresenceRead): void {
    if (state === null) return this.leave(peer)
    const former = this.#here.holder(client)
    if (former !== undefined && former !== peer) this.leave(former)
    this.#say(peer, state, client).clock = clock
  }

  #say(peer: Peer, fields: PresenceFields, client: number | null): Known {
    const known = this.#here.get(peer)
    // In a span a newcomer is told of, and nothing that anybody does.
    if (this.#silent && known !== undefined) return known
    const entry = known ?? this.#here.enter(peer, client)
    entry.fields = this.#silent ? null : fields
    this.#tell(entry)
    return entry
  }

  #tell(entry: Known): void {
    if (!this.#hidden) this.#courier.changed(entry)
  }
}
