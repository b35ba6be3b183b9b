import type { FrameClock } from '../model/flight.ts'
import type { Bench } from '../tools/bench.ts'

/** So long after the last change of the zoom nobody zooms any more, and everything gets sharp. */
const SETTLED_MS = 140

/** Whether somebody zooms, or moves the camera at all. */
export interface Settling {
  /** Nobody zooms. */
  settled(): boolean
  /** Nobody zooms or pans. */
  still(): boolean
  /** Calls when the zoom has come to rest. */
  follow(call: () => void): () => void
}

export function createSettling({ camera }: Bench, clock: FrameClock): Settling {
  let { zoom } = camera.view()
  let changed = -Infinity
  let moved = -Infinity
  return {
    settled: () => clock.now() - changed >= SETTLED_MS,
    still: () => clock.now() - moved >= SETTLED_MS,
    follow(call) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const leave = camera.subscribe(() => {
        moved = clock.now()
        if (camera.view().zoom === zoom) return
        zoom = camera.view().zoom
        changed = clock.now()
        clearTimeout(timer)
        timer = setTimeout(call, SETTLED_MS + 10)
      })
      return () => {
        leave()
        clearTimeout(timer)
      }
    },
  }
}
