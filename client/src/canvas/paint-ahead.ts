import type { Bench } from '../tools/bench.ts'
import type { RestTiles } from './rest-tiles.ts'

/** So long after the last move of the camera nobody is about to move it on. */
const REST_MS = 250
/** What is left of an idle stretch of the browser when another tile is begun. */
const SPARE_MS = 5

/**
 * Paints what lies around, coarsely, while nobody does anything: whoever zooms out then sees no holes. Returns the way to
 * stop.
 */
export function paintAhead({ camera }: Bench, tiles: Pick<RestTiles, 'prepare'>): () => void {
  if (!('requestIdleCallback' in globalThis)) return () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let handle = 0
  const work = (idle: IdleDeadline) => {
    let more = true
    while (more && idle.timeRemaining() > SPARE_MS) more = tiles.prepare()
    if (more) handle = requestIdleCallback(work)
  }
  const stop = () => {
    clearTimeout(timer)
    cancelIdleCallback(handle)
  }
  const soon = () => {
    stop()
    timer = setTimeout(() => (handle = requestIdleCallback(work)), REST_MS)
  }
  const leave = camera.subscribe(soon)
  soon()
  return () => {
    leave()
    stop()
  }
}
