import { noMetrics, type Metrics } from '../../metrics/metrics.ts'
import type { After } from '../../alarm.ts'
import { emptyBundle, type Bundle } from './bundle.ts'
import type { Tempo } from './tempo.ts'

/** When changes are committed and sockets written to: once for all that came until then. */
export interface Tick {
  /** Where the bundles of the coming tick begin. */
  beginning(): Bundle
  /** Runs `write` with the coming tick. */
  add(write: () => void): void
  /** Something has been on its way for long enough: the tick comes now. */
  hasten(): void
  /** A change goes to so many sockets. */
  told(sockets: number): void
  /** Resolves when changes that wait for the disk may go there together, of all rooms: a pause after those before them. */
  gathered(): Promise<void>
}

/** One for all rooms of a process, which share its event loop and its disk. */
export function createTick(tempo: Tempo, after: After, metrics: Metrics = noMetrics): Tick {
  let beginning = emptyBundle()
  let writes: (() => void)[] = []
  let hastened = false
  let cancel: (() => void) | null = null
  let gathering: Promise<void> | null = null
  let gatheredAt = -Infinity

  function run(): void {
    cancel?.()
    cancel = null
    const all = writes
    writes = []
    hastened = false
    beginning = emptyBundle()
    const began = performance.now()
    for (const write of all) write()
    metrics.took('tick', performance.now() - began)
  }

  /** What else this turn of the loop brings comes along. */
  function hasten(): void {
    if (hastened || writes.length === 0) return
    hastened = true
    setImmediate(run)
  }

  return {
    beginning: () => beginning,
    add(write) {
      if (writes.push(write) > 1) return
      const pause = tempo.pause()
      if (pause === 0) hasten()
      else cancel = after(pause, run)
    },
    hasten,
    told: (sockets) => tempo.told(sockets),
    gathered() {
      if (gathering !== null) return gathering
      const pause = tempo.pause()
      // What the disk took since the last time counts: whoever comes after a silence doesn't wait at all.
      const left = Math.ceil(gatheredAt + pause - performance.now())
      if (pause === 0 || left <= 0) {
        gatheredAt = performance.now()
        return Promise.resolve()
      }
      gathering = new Promise((resolve) => {
        after(left, () => {
          gathering = null
          gatheredAt = performance.now()
          resolve()
        })
      })
      return gathering
    },
  }
}
