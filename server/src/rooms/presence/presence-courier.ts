import {
  changedFields,
  writePresenceNews,
  type PresenceChange,
  type PresencePerson,
} from '@momentous/shared/wire/compact-presence'
import { NOTHING, type PresenceFields, type PresenceState } from '@momentous/shared/wire/presence'
import { alarm, timeUntil, type After } from '../../alarm.ts'
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

export function presenceCourier({ peers, everybody, numberOf, now, after }: CourierHost): PresenceCourier {
  const dirty = new Map<number, Here>()
  const left = new Map<number, Here>()
  const compact = compactTeller()
  const stock = stockTeller(now)
  const behind = new WeakSet<Peer>()
  const later = alarm(after, flush)
  let told = -Infinity

  const hasStock = (): boolean => [...peers].some((peer) => peer.greeted && !peer.readsCompact)
  const arm = (): void => {
    const pause = pauseFor(peers.size)
    later.arm(timeUntil(told + pause, now(), pause))
  }

  function welcome(peer: Peer, own: number): void {
    const message = peer.readsCompact ? compact.all(everybody(), own) : stock.all([...everybody()], peer)
    if (message !== null) peer.pass(message)
  }

  /** A slow reader misses news, and gets everything again once it has caught up. */
  function tell(message: (peer: Peer) => Buffer | null): void {
    for (const peer of peers) {
      if (!peer.greeted) continue
      if (!peer.keepsUp()) behind.add(peer)
      else if (behind.delete(peer)) welcome(peer, numberOf(peer))
      else {
        const news = message(peer)
        if (news !== null) peer.pass(news)
      }
    }
  }

  function flush(): void {
    told = now()
    const [changed, gone] = [[...dirty.values()], [...left.values()]]
    dirty.clear()
    left.clear()
    const news = compact.news(changed, gone)
    const states = hasStock() ? stock.news(changed, gone) : null
    tell((peer) => (peer.readsCompact ? news : (states?.(peer) ?? null)))
  }

  return {
    changed(here) {
      dirty.set(here.number, here)
      arm()
    },
    gone(here) {
      dirty.delete(here.number)
      left.set(here.number, here)
      arm()
    },
    welcome,
    comeAlong() {
      if (dirty.size + left.size === 0 || now() - told < pauseFor(peers.size) / 2) return
      later.clear()
      flush()
    },
    renew() {
      const states = hasStock() ? stock.news([...everybody()], []) : null
      tell((peer) => (peer.readsCompact ? null : (states?.(peer) ?? null)))
    },
    stop: later.clear,
  }
}

interface Told {
  readonly person: PresencePerson
  readonly fields: PresenceFields
}

/** For our clients: everybody gets the same bytes, the one they are about included, and only what is other than before. */
function compactTeller() {
  const told = new Map<number, Told>()

  function changeOf(here: Here): readonly PresenceChange[] {
    const [before, now] = [told.get(here.number), toldOf(here)]
    const fields = changedFields(before?.fields ?? NOTHING, now.fields)
    const person = before !== undefined && isSamePerson(before.person, now.person) ? null : now.person
    if (person === null && Object.keys(fields).length === 0) return []
    told.set(here.number, now)
    return [{ number: here.number, gone: false, person, fields }]
  }

  return {
    news(changed: readonly Here[], gone: readonly Here[]): Buffer | null {
      const left = gone.filter(({ number }) => told.delete(number))
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
