import { around, centre, type Rect } from '@momentous/shared/scene/geometry'
import { centredOn } from '../model/view.ts'
import type { Bench } from '../tools/bench.ts'

/** What is shown of an empty wall: room for ten moments. */
const TEN_MOMENTS: Rect = { x: -88, y: -166, w: 1166, h: 332 }

/** On a phone all of a board is bars; it begins where one can read, at the beginning. */
const BEGINNING: Rect = { x: -88, y: -166, w: 396, h: 332 }
const SMALL = 700
const READABLE_ZOOM = 0.5

/**
 * The first look at a board: what this person saw of it the last time, else all of it, as soon as its content is there
 * and unless the person has already moved.
 */
export function lookFirst(bench: Bench): () => void {
  const { scene, camera, desk } = bench
  const { looked } = desk
  const look = () => {
    if (lookAgain(bench)) return looked.set(true)
    const content = scene.bounds()
    camera.fit(around(content ? [TEN_MOMENTS, content] : [TEN_MOMENTS]) ?? TEN_MOMENTS, true)
    if (camera.size().w < SMALL && camera.view().zoom < READABLE_ZOOM) camera.fit(BEGINNING, true)
    looked.set(content !== null)
  }
  if (!looked.get()) look()
  return scene.subscribe(() => {
    if (looked.get()) return
    if (camera.isFitted()) look()
    else looked.set(true)
  })
}

/** Back to where this person was, if there is still something to see. */
function lookAgain({ looks, camera, scene, wall }: Bench): boolean {
  const last = looks.read()
  if (last === null || last.phase !== wall.session().phase) return false
  const before = camera.view()
  camera.jump(centredOn(last, last.zoom, camera.size()))
  if (!scene.isBare(camera.visible())) return true
  camera.jump(before)
  return false
}

/** So long after the last move somebody looks at what they see. */
const REST_MS = 400

/** Remembers where this person looks, for the next time. Whoever sees everything will see everything again. */
export function keepLook({ looks, camera, desk, wall }: Bench): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    if (!desk.looked.get()) return
    const { zoom } = camera.view()
    looks.keep(camera.isFitted() ? null : { ...centre(camera.visible()), zoom, phase: wall.session().phase })
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, REST_MS)
  }
  const keepNow = () => {
    if (timer !== undefined) keep()
  }
  const leave = camera.subscribe(keepSoon)
  addEventListener('pagehide', keepNow, { signal })
  return () => {
    leave()
    leaving.abort()
    keepNow()
  }
}
