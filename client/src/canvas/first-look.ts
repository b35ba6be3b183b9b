import { around, centre, type Rect } from '@momentous/shared/scene/geometry'
import type { Look } from '../model/looks.ts'
import { centredOn } from '../model/view.ts'
import type { Bench } from '../tools/bench.ts'

/** What is shown of an empty wall: room for ten moments. */
const TEN_MOMENTS: Rect = { x: -88, y: -166, w: 1166, h: 332 }

/** On a phone all of a board is bars; it begins where one can read, at the beginning. */
const BEGINNING: Rect = { x: -88, y: -166, w: 396, h: 332 }
const SMALL = 700
const READABLE_ZOOM = 0.5

/** Panels that come and go move the middle of what is seen; in px of the screen. */
const NEARBY = 60

/**
 * The first look at a board: what this person saw of it the last time, else all of it, as soon as its content is there
 * and unless the person has already moved.
 */
export function lookFirst(bench: Bench): () => void {
  const { scene, camera, desk } = bench
  const { looked } = desk
  let again: Look | null = null
  const look = () => {
    again = lookAgain(bench)
    if (again !== null) return looked.set(true)
    const content = scene.bounds()
    camera.fit(around(content ? [TEN_MOMENTS, content] : [TEN_MOMENTS]) ?? TEN_MOMENTS, true)
    if (camera.size().w < SMALL && camera.view().zoom < READABLE_ZOOM) camera.fit(BEGINNING, true)
    looked.set(content !== null)
  }
  if (!looked.get()) look()
  const leaveScene = scene.subscribe(() => {
    if (looked.get()) return
    if (camera.isFitted()) look()
    else looked.set(true)
  })
  const leaveWall = bench.wall.subscribe(({ kind }) => {
    if (kind !== 'session' || again === null || again.phase === bench.wall.session().phase) return
    // What the device kept was of another phase than the board is in by now, and nobody has looked elsewhere since.
    const { x, y } = centre(camera.visible())
    const { zoom } = camera.view()
    const away = Math.hypot(x - again.x, y - again.y) * zoom
    const unmoved = zoom === again.zoom && away < NEARBY
    again = null
    if (unmoved) look()
  })
  return () => {
    leaveScene()
    leaveWall()
  }
}

/** Back to where this person was, if there is still something to see. */
function lookAgain({ looks, camera, scene, wall }: Bench): Look | null {
  const last = looks.read()
  if (last === null || last.phase !== wall.session().phase) return null
  const before = camera.view()
  camera.jump(centredOn(last, last.zoom, camera.size()))
  if (!scene.isBare(camera.visible())) return last
  camera.jump(before)
  return null
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
