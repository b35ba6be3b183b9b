import {
  changedFields,
  writePresenceNews,
  type PresenceChange,
  type PresencePerson,
} from '@momentous/shared/wire/compact-presence'
import { NOTHING, type PresenceFields, type PresenceState } from '@momentous/shared/wire/presence'
import { alarm, timeUntil, type After, type Alarm } from '../../alarm.ts'
import type { Peer } from '../line/peer.ts'
import { awarenessFrames, type PresenceEntry } from './presence-frame.ts'
import { framed } from '../line/ws-frame.ts'

/** Somebody who is here, and what they do. */
export interface Here {
  readonly peer: Peer
  /** Names the socket in compact frames; never given again in the same room. */
  readonly number: number
  /** Names it in awareness. */
  readonly client: number
  /** Null while nobody may know. */
  readonly fields: PresenceFields | null
}

/** Carries what is new to the peers: a few times a second, the last state of each person winning. */
export interface PresenceCourier {
  changed(here: Here): void
  gone(here: Here): void
  /** All that is known, to one peer. */
  welcome(peer: Peer, own: number): void
  /** Tells what is new ahead of its time, when it costs no write of its own. */
  comeAlong(): void
  /** Tells stock clients all states again: they forget whom they haven't heard of for 30 seconds. */
  renew(): void
  stop(): void
}

interface CourierHost {
  readonly peers: ReadonlySet<Peer>
  readonly everybody: () => Iterable<Here>
  readonly numberOf: (peer: Peer) => number
  readonly now: () => number
  readonly after: After
}

export function presenceCourier(host: CourierHost): PresenceCourier {
  return new OneCourier(host)
}

/** Every room has one and most rooms are still, so what is to be told is made when there is something. */
class OneCourier implements PresenceCourier {
  readonly #host: CourierHost
  readonly #compact = compactTeller()
  readonly #stock: StockTeller
  readonly #later: Alarm
  #dirty: Map<number, Here> | null = null
  #left: Map<number, Here> | null = null
  #behind: WeakSet<Peer> | null = null
  #told = -Infinity

  constructor(host: CourierHost) {
    this.#host = host
    this.#stock = stockTeller(host.now)
    this.#later = alarm(host.after, () => this.#flush())
  }

  changed(here: Here): void {
    this.#dirty ??= new Map()
    this.#dirty.set(here.number, here)
    this.#arm()
  }

  gone(here: Here): void {
    this.#dirty?.delete(here.number)
    this.#left ??= new Map()
    this.#left.set(here.number, here)
    this.#arm()
  }

  welcome(peer: Peer, own: number): void {
    const { everybody } = this.#host
    const message = peer.readsCompact ? this.#compact.all(everybody(), own) : this.#stock.all([...everybody()], peer)
    if (message !== null) peer.pass(message)
  }

  comeAlong(): void {
    const { peers, now } = this.#host
    const isNone = (this.#dirty?.size ?? 0) + (this.#left?.size ?? 0) === 0
    if (isNone || now() - this.#told < pauseFor(peers.size) / 2) return
    this.#later.clear()
    this.#flush()
  }

  renew(): void {
    const states = this.#hasStock() ? this.#stock.news([...this.#host.everybody()], []) : null
    this.#tell((peer) => (peer.readsCompact ? null : (states?.(peer) ?? null)))
  }

  stop(): void {
    this.#later.clear()
  }

  #hasStock(): boolean {
    return [...this.#host.peers].some((peer) => peer.greeted && !peer.readsCompact)
  }

  #arm(): void {
    const { peers, now } = this.#host
    const pause = pauseFor(peers.size)
    this.#later.arm(timeUntil(this.#told + pause, now(), pause))
  }

  /** A slow reader misses news, and gets everything again once it has caught up. */
  #tell(message: (peer: Peer) => Buffer | null): void {
    for (const peer of this.#host.peers) {
      if (!peer.greeted) continue
      if (!peer.keepsUp()) this.#behind = (this.#behind ?? new WeakSet()).add(peer)
      else if (this.#behind?.delete(peer) === true) this.welcome(peer, this.#host.numberOf(peer))
      else {
        const news = message(peer)
        if (news !== null) peer.pass(news)
      }
    }
  }

  #flush(): void {
    this.#told = this.#host.now()
    const changed = [...(this.#dirty?.values() ?? [])]
    const gone = [...(this.#left?.values() ?? [])]
    this.#dirty = null
    this.#left = null
    const news = this.#compact.news(changed, gone)
    const states = this.#hasStock() ? this.#stock.news(changed, gone) : null
    this.#tell((peer) => (peer.readsCompact ? news : (states?.(peer) ?? null)))
  }
}

interface Told {
  readonly person: PresencePerson
  readonly fields: PresenceFields
}

/** For our clients: everybody gets the same bytes, the one they are about included, and only what is other than before. */
function compactTeller() {
  let told: Map<number, Told> | null = null

  function changeOf(here: Here): readonly PresenceChange[] {
    const [before, now] = [told?.get(here.number), toldOf(here)]
    const fields = changedFields(before?.fields ?? NOTHING, now.fields)
    const person = before !== undefined && isSamePerson(before.person, now.person) ? null : now.person
    if (person === null && Object.keys(fields).length === 0) return []
    told ??= new Map()
    told.set(here.number, now)
    return [{ number: here.number, gone: false, person, fields }]
  }

  return {
    news(changed: readonly Here[], gone: readonly Here[]): Buffer | null {
      const left = gone.filter(({ number }) => told?.delete(number) === true)
      const changes = [...left.map(({ number }) => ({ number, gone: true }) as const), ...changed.flatMap(changeOf)]
      return changes.length === 0 ? null : framed(writePresenceNews({ own: null, changes }))
    },
    all(everybody: Iterable<Here>, own: number): Buffer {
      const changes = [...everybody].map((here): PresenceChange => {
        const { person, fields } = toldOf(here)
        return { number: here.number, gone: false, person, fields: changedFields(NOTHING, fields) }
      })
      return framed(writePresenceNews({ own, changes }))
    },
  }
}

type StockTeller = ReturnType<typeof stockTeller>

/** For everybody else: awareness, in which nobody is told about oneself. */
function stockTeller(now: () => number) {
  let clock = 0
  /** Newer than everything told before, also by the server that ran here earlier. */
  const nextClock = (): number => (clock = Math.max(clock + 1, now()))

  function news(changed: readonly Here[], gone: readonly Here[]): (peer: Peer) => Buffer | null {
    const at = nextClock()
    const entries = new Map<number, PresenceEntry>()
    for (const { client } of gone) entries.set(client, { client, clock: at, state: 'null' })
    for (const here of changed) entries.set(here.client, { client: here.client, clock: at, state: stateOf(here) })
    if (entries.size === 0) return () => null
    const frames = awarenessFrames([...entries.values()])
    return ({ presenceClient }) => (presenceClient === null ? frames.whole : frames.without(presenceClient))
  }

  return { news, all: (everybody: readonly Here[], peer: Peer): Buffer | null => news(everybody, [])(peer) }
}

function personOf({ actor: { seat, name, role } }: Peer): PresencePerson {
  return { seat, name, role }
}

function isSamePerson(one: PresencePerson, other: PresencePerson): boolean {
  return one.name === other.name && one.role === other.role && one.seat === other.seat
}

/** Of an observer nothing else is told than who it is. */
function fieldsOf({ peer, fields }: Here): PresenceFields | null {
  return peer.actor.role === 'observer' ? null : fields
}

function toldOf(here: Here): Told {
  return { person: personOf(here.peer), fields: fieldsOf(here) ?? NOTHING }
}

function stateOf(here: Here): string {
  const state: PresenceState = { ...personOf(here.peer), ...fieldsOf(here) }
  return JSON.stringify(state)
}

/**
 * 30 a second among few, 10 up to a hundred people, fewer in a crowd: nobody is sent more than a thousand states a second.
 * Our own clients say less than that, stock clients say what they like.
 */
function pauseFor(people: number): number {
  return people <= 8 ? 33 : Math.max(100, people)
}
