import { alarm, type After } from './alarm.ts'
import type { Peer } from './peer.ts'
import { writePresence, type PresenceEntry } from './presence-frame.ts'

/** One person's state as it is told to the others. */
export interface Told {
  readonly client: number
  /** JSON; `null` for somebody who went. */
  readonly state: string
}

/** Carries states to the peers: changes a few times a second, the last one of each person winning. */
export interface PresenceCourier {
  change(told: Told): void
  /** All states at once, to one peer or to everybody. */
  tell(all: readonly Told[], to: Peer | null): void
  stop(): void
}

interface CourierHost {
  readonly peers: ReadonlySet<Peer>
  readonly now: () => number
  readonly after: After
  /** The client id by which a peer goes. */
  clientOf(peer: Peer): number | undefined
}

export function presenceCourier({ peers, now, after, clientOf }: CourierHost): PresenceCourier {
  const changed = new Map<number, string>()
  const later = alarm(after, flush)
  let clock = 0

  /** Newer than everything told before, also by the server that ran here earlier. */
  const nextClock = (): number => (clock = Math.max(clock + 1, now()))

  function send(all: readonly Told[], to: Iterable<Peer>): void {
    const at = nextClock()
    const entries = all.map((told): PresenceEntry => ({ ...told, clock: at }))
    const whole = writePresence(entries)
    for (const peer of to) {
      const own = clientOf(peer)
      // Nobody is told about oneself.
      const others = entries.filter(({ client }) => client !== own)
      peer.sendPresence(others.length === entries.length ? whole : writePresence(others))
    }
  }

  function flush(): void {
    const all = [...changed].map(([client, state]): Told => ({ client, state }))
    changed.clear()
    send(all, greeted())
  }

  const greeted = (): readonly Peer[] => [...peers].filter((peer) => peer.greeted)

  return {
    change({ client, state }) {
      changed.set(client, state)
      later.arm(pauseFor(peers.size))
    },
    tell: (all, to) => send(all, to === null ? greeted() : [to]),
    stop: later.clear,
  }
}

/** 30 a second among few, 10 up to thirty people, fewer in a crowd. */
function pauseFor(people: number): number {
  if (people <= 8) return 33
  return people <= 30 ? 100 : (people * 1000) / 300
}
