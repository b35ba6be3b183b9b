import { setImmediate as turn } from 'node:timers/promises'
import type { World } from '../../server/src/rooms/world.ts'

/** Time that stands still until a test moves it: an hour of a session passes as fast as the machine can work it off. */
export interface VirtualClock extends Pick<World, 'now'>, Required<Pick<World, 'after'>> {
  /** Moves on to the next thing that is due, and so on, until the time is `until`. */
  runTo(until: number): Promise<void>
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>
}

interface Due {
  readonly at: number
  readonly work: () => void
}

/** A frame is through the server, the storage and the sockets after a few turns of the loop. */
const TURNS = 4

export function virtualClock(start: number): VirtualClock {
  let now = start
  let due: Due[] = []

  async function settle(): Promise<void> {
    for (let at = 0; at < TURNS; at++) await turn()
  }

  return {
    now: () => now,
    after(milliseconds, work) {
      const entry = { at: now + Math.max(0, milliseconds), work }
      due.push(entry)
      return () => void (due = due.filter((each) => each !== entry))
    },
    settle,
    async runTo(until) {
      await settle()
      for (;;) {
        const next = due.reduce<Due | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        )
        if (next === null || next.at > until) break
        due = due.filter((each) => each !== next)
        now = Math.max(now, next.at)
        next.work()
        await settle()
      }
      now = until
    },
  }
}
