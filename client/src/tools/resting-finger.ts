import { distance, type Point } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'
import type { Toolbox } from './toolbox.ts'

const LONG_MS = 500
/** A finger that rests is never quite still. */
const STILL_PX = 8
/** How far a finger may miss a line, in px. */
const REACH = 5
/** How large the mark is that says that a finger has rested for long enough, in px. */
const MARK = 36

/** Does a finger rest where there is nothing that has a menu of its own? */
function isBare(spot: Point, { scene, camera }: Bench): boolean {
  const board = camera.toBoard(spot)
  const reach = REACH / camera.view().zoom
  return !scene.noteAt(board) && !scene.pieceAt(board, reach) && !scene.stageAt(board, reach)
}

/** A point of the window, in px of the wall. */
export function spotIn(wall: HTMLElement, at: Point): Point {
  const box = wall.getBoundingClientRect()
  return { x: at.x - box.left, y: at.y - box.top }
}

/** Shows that the finger has rested for long enough. */
function mark({ x, y }: Point, { camera, live }: Bench): void {
  const { zoom } = camera.view()
  const corner = camera.toBoard({ x: x - MARK / 2, y: y - MARK / 2 })
  live.marquee.set({ ...corner, w: MARK / zoom, h: MARK / zoom })
}

/**
 * Listens for a finger that rests: on a piece it opens the menu at once; on the bare wall it opens it once it is lifted,
 * for moved it draws out a rectangle. Returns the way to stop.
 */
export function listenForRest(
  wall: HTMLElement,
  bench: Bench,
  toolbox: Toolbox,
  open: (at: Point) => void,
): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  let timer: ReturnType<typeof setTimeout> | undefined
  let start: Point | null = null
  let rested = false
  /** Has it rested for long enough since it came down? */
  let meant = false

  const forget = () => {
    clearTimeout(timer)
    start = null
    if (rested) bench.live.marquee.set(null)
    rested = false
  }
  const onRest = (at: Point, view: unknown) => {
    // The wall has been moved: that was no rest.
    if (bench.camera.view() !== view) return
    meant = true
    const spot = spotIn(wall, at)
    rested = isBare(spot, bench)
    if (rested) mark(spot, bench)
    else open(at)
  }
  const onDown = ({ pointerType, clientX, clientY, isPrimary }: PointerEvent) => {
    forget()
    meant = false
    if (pointerType !== 'touch' || !isPrimary || toolbox.inHand.get() !== 'select') return
    const at = { x: clientX, y: clientY }
    const view = bench.camera.view()
    start = at
    timer = setTimeout(() => onRest(at, view), LONG_MS)
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (!start || distance(start, { x: clientX, y: clientY }) <= STILL_PX) return
    // From here on the tool draws the rectangle.
    rested = false
    forget()
  }
  const onUp = () => {
    const at = rested ? start : null
    forget()
    // After the tool has heard of the lift.
    if (at) setTimeout(() => open(at))
  }
  // Else the lift would press what has just come up under the finger.
  const onLifted = (event: TouchEvent) => {
    if (meant && event.cancelable) event.preventDefault()
  }
  wall.addEventListener('pointerdown', onDown, { signal })
  wall.addEventListener('pointermove', onMove, { signal })
  wall.addEventListener('pointerup', onUp, { signal })
  wall.addEventListener('pointercancel', forget, { signal })
  wall.addEventListener('touchend', onLifted, { signal })
  return () => {
    forget()
    leaving.abort()
  }
}
