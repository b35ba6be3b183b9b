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
  /** Resolves when changes that wait for the disk may go there together, of all rooms. */
  gathered(): Promise<void>
}

/** One for all rooms of a process, which share its event loop and its disk. */
export function createTick(tempo: Tempo, after: After, metrics: Metrics = noMetrics): Tick {
  let beginning = emptyBundle()
  let writes: (() => void)[] = []
  let hastened = false
  let cancel: (() => void) | null = null
  let gathering: Promise<void> | null = null

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
      if (pause === 0) return Promise.resolve()
      gathering = new Promise((resolve) => {
        after(pause, () => {
          gathering = null
          resolve()
        })
      })
      return gathering
    },
  }
}
