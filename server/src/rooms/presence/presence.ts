import { readOwnPresence } from '@momentous/shared/wire/compact-presence'
import type { Random } from '@momentous/shared/board/order'
import type { PresenceFields } from '@momentous/shared/wire/presence'
import type { Decoder } from 'lib0/decoding'
import { timeUntil, type After } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Peer } from '../line/peer.ts'
import { presenceCourier } from './presence-courier.ts'
import { everybodyHere, type Known } from './presence-here.ts'
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

export function createPresence({ peers, now, after, random, mayUse }: PresenceHost): Presence {
  const here = everybodyHere(random, mayUse)
  const everybody = (): Iterable<Known> => (hidden ? [] : here.all())
  const courier = presenceCourier({ peers, everybody, numberOf: here.numberOf, now, after })
  let [silent, hidden] = [false, false]

  const tell = (entry: Known): void => {
    if (!hidden) courier.changed(entry)
  }

  function leave(peer: Peer): void {
    const entry = here.leave(peer)
    if (entry !== undefined && !hidden) courier.gone(entry)
  }

  function takeOne(peer: Peer, { client, clock, state }: PresenceRead): void {
    if (state === null) return leave(peer)
    const former = here.holder(client)
    if (former !== undefined && former !== peer) leave(former)
    say(peer, state, client).clock = clock
  }

  function say(peer: Peer, fields: PresenceFields, client: number | null): Known {
    const known = here.get(peer)
    // In a span a newcomer is told of, and nothing that anybody does.
    if (silent && known !== undefined) return known
    const entry = known ?? here.enter(peer, client)
    entry.fields = silent ? null : fields
    tell(entry)
    return entry
  }

  return {
    take(peer, frame) {
      for (const each of readPresenceOf(frame, (client, clock) => here.isNews(peer, client, clock))) takeOne(peer, each)
    },
    takeCompact(peer, decoder) {
      const fields = readOwnPresence(decoder)
      if (fields !== null) say(peer, fields, null)
    },
    ...welcomes((peer) => courier.welcome(peer, here.numberOf(peer)), now),
    leave,
    setSilent(next) {
      if (next === silent) return
      silent = next
      for (const entry of here.all()) {
        entry.fields = null
        tell(entry)
      }
    },
    refresh: () => [...here.all()].forEach(tell),
    setHidden(next) {
      if (next === hidden) return
      hidden = next
      for (const entry of here.all()) courier[hidden ? 'gone' : 'changed'](entry)
    },
    comeAlong: courier.comeAlong,
    renew: courier.renew,
    stop: courier.stop,
  }
}

/** Tells everything to newcomers, and again to whoever asks, but not more often than they are answered otherwise. */
function welcomes(tell: (peer: Peer) => void, now: () => number): Pick<Presence, 'welcome' | 'ask'> {
  const toldAt = new WeakMap<Peer, number>()

  function welcome(peer: Peer): void {
    toldAt.set(peer, now())
    tell(peer)
  }

  return {
    welcome,
    ask(peer) {
      const last = toldAt.get(peer)
      if (last !== undefined && timeUntil(last + limits.questionPause, now(), limits.questionPause) === 0) welcome(peer)
    },
  }
}
