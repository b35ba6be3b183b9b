import type { After } from './alarm.ts'
import { emptyBundle, type Bundle } from './bundle.ts'
import type { Tempo } from './tempo.ts'

/** When sockets are written to: everything that is told until then leaves as one write a socket. */
export interface Tick {
  /** Where the bundles of the coming tick begin. */
  beginning(): Bundle
  /** Runs `write` with the coming tick. */
  add(write: () => void): void
}

/** One for all rooms of a process, which share its event loop. */
export function createTick(tempo: Tempo, after: After): Tick {
  let beginning = emptyBundle()
  let waiting: (() => void)[] = []

  function run(): void {
    const all = waiting
    waiting = []
    beginning = emptyBundle()
    for (const write of all) write()
  }

  return {
    beginning: () => beginning,
    add(write) {
      if (waiting.push(write) > 1) return
      const pause = tempo()
      // What else this turn of the loop brings comes along.
      if (pause === 0) setImmediate(run)
      else after(pause, run)
    },
  }
}
