import {
  writeOwnPresence,
  type PresenceChange,
  type PresenceNews,
  type PresencePerson,
} from '@momentous/shared/wire/compact-presence'
import { NOTHING, type PresenceFields } from '@momentous/shared/wire/presence'
import { createPace } from './pace.ts'
import { NOTHING_DONE, toFields, toPeer } from './peer-state.ts'
import type { OwnPresence, Peer, Presence } from './wall.ts'
import { listeners } from '@momentous/shared/scene/listeners'

export interface PresenceDesk {
  /** False when there is no link. */
  send(frame: Uint8Array<ArrayBuffer>): boolean
  /** In an anonymous span nothing of anybody travels, and nothing of anybody is shown. */
  silent(): boolean
  /** How many people are on the board. */
  people(): number
  now(): number
}

/** Presence on the wire, for the store that owns the link. */
export interface LivePresence extends Presence {
  received(news: PresenceNews): void
  /** The link is there: tells the others that we are. */
  connected(): void
  /** The link is gone, and with it all that was known of the others. */
  disconnected(): void
  /** The phase or the vote changed: whoever may not be seen any more, isn't. */
  silenceChanged(): void
  close(): void
}

const MESSAGES_PER_SECOND = 30
/** All cursors of a board together: 10 a second for 30 people, fewer each when there are more. */
const SHARED_PER_SECOND = 300

export function createPresence(desk: PresenceDesk): LivePresence {
  const changed = listeners()
  const others = createOthers(desk.now)
  let own: OwnPresence = NOTHING_DONE
  let list: readonly Peer[] | null = null

  const tell = () => {
    list = null
    changed.tell()
  }
  const sendOwn = () => desk.send(writeOwnPresence(toFields(own)))
  const pace = createPace(() => {
    if (!desk.silent()) sendOwn()
  }, desk.now)

  return {
    silent: desk.silent,
    peers: () => (list ??= desk.silent() ? [] : others.all()),
    publish(next) {
      // What was done unseen isn't told afterwards either.
      if (desk.silent()) return
      own = { ...own, ...next }
      pace.soon(1000 / Math.min(MESSAGES_PER_SECOND, SHARED_PER_SECOND / Math.max(1, desk.people())))
    },
    subscribe: changed.add,
    received(news) {
      others.take(news)
      tell()
    },
    connected() {
      if (desk.silent()) own = NOTHING_DONE
      sendOwn()
    },
    disconnected() {
      others.clear()
      tell()
    },
    silenceChanged() {
      own = NOTHING_DONE
      tell()
    },
    close: pace.stop,
  }
}

interface Known {
  readonly person: PresencePerson
  readonly fields: PresenceFields
  readonly peer: Peer
}

/** The others as they were told of: what didn't change isn't told again. */
function createOthers(now: () => number) {
  const known = new Map<number, Known>()
  let own: number | null = null

  function take(change: PresenceChange): void {
    const { number } = change
    if (number === own) return
    if (change.gone) {
      known.delete(number)
      return
    }
    const former = known.get(number)
    const person = change.person ?? former?.person
    if (person === undefined) return
    const fields = { ...(former?.fields ?? NOTHING), ...change.fields }
    known.set(number, { person, fields, peer: toPeer(number, person, fields, former?.peer, now()) })
  }

  return {
    all: (): readonly Peer[] => [...known.values()].map(({ peer }) => peer),
    clear: () => known.clear(),
    take({ own: told, changes }: PresenceNews): void {
      if (told !== null) {
        own = told
        const there = new Set(changes.map(({ number }) => number))
        for (const number of known.keys()) if (!there.has(number)) known.delete(number)
      }
      for (const change of changes) take(change)
    },
  }
}
