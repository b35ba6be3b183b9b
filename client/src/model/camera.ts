import { cell, type Cell } from './cell.ts'
import { around, centre, type Point, type Rect, type Size } from './geometry.ts'

export const ZOOM_MIN = 0.05
export const ZOOM_MAX = 4
const MOVE_MS = 260
/** Down to here the words on notes are at least 9 px. */
const ZOOM_EASY = 0.6

/** The board point in the stage's top left corner, and screen px per board unit. */
export interface View extends Point {
  readonly zoom: number
}

export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Where the camera gets its time from, so that tests need not wait. */
export interface FrameClock {
  now(): number
  /** Calls once, at the next frame; returns the way to call it off. */
  next(callback: () => void): () => void
  /** True for people who asked for less motion: moves become jumps. */
  still(): boolean
}

/** Two fingers on the screen. */
export interface Pinch {
  readonly centre: Point
  readonly spread: number
}

export interface Camera {
  view(): View
  size(): Size
  /** What was fitted is fitted again; whoever has moved since then keeps the middle of what they see. */
  resize(size: Size): void
  /**
   * Keeps fitted content clear of the controls that float at the wall's edges, also when those above and below it grow.
   * The rail grows with whatever is taken in hand: nothing may move for that.
   */
  inset(insets: Insets): void
  /** Nobody has moved the view since it was fitted. */
  isFitted(): boolean
  toBoard(screen: Point): Point
  toScreen(board: Point): Point
  /** The part of the board on the screen. */
  visible(): Rect
  jump(view: View): void
  pan(dx: number, dy: number): void
  zoomAt(screen: Point, factor: number): void
  pinch(before: Pinch, after: Pinch): void
  /** Glides to `zoom`, keeping the middle. */
  zoomTo(zoom: number): void
  /** Glides until the rectangle fills the free part of the stage, never beyond 100 %; or is there at once. */
  fit(rect: Rect, atOnce?: boolean): void
  /**
   * Glides only if some of the rectangle is hidden. The zoom stays, unless the rectangle and what lies `beside` it can
   * both be seen from a little further away, where notes are still easy to read.
   */
  reveal(rect: Rect, beside?: Rect | null): void
  subscribe(listener: () => void): () => void
}

const clampZoom = (zoom: number) => Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom))
const ease = (t: number) => 1 - (1 - t) ** 4

export function browserClock(): FrameClock {
  return {
    now: () => performance.now(),
    next(callback) {
      const handle = requestAnimationFrame(callback)
      return () => cancelAnimationFrame(handle)
    },
    still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}

const UNSIZED: Size = { w: 1, h: 1 }
const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
const ANY_WIDTH = { left: -Infinity, right: -Infinity }

/** The view that shows `rect` in the middle of what the insets leave free. */
function fitted(rect: Rect, size: Size, insets: Insets): View {
  const w = Math.max(1, size.w - insets.left - insets.right)
  const h = Math.max(1, size.h - insets.top - insets.bottom)
  const zoom = clampZoom(Math.min(1, w / Math.max(1, rect.w), h / Math.max(1, rect.h)))
  const middle = centre(rect)
  return { x: middle.x - (insets.left + w / 2) / zoom, y: middle.y - (insets.top + h / 2) / zoom, zoom }
}

/** Between two views: the zoom grows evenly for the eye, and the middle of the stage travels in a straight line. */
function between(from: View, to: View, t: number, size: Size): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** t
  const middle = (view: View, axis: 'x' | 'y', length: number) => view[axis] + length / 2 / view.zoom
  const mix = (axis: 'x' | 'y', length: number) => {
    const a = middle(from, axis, length)
    return a + (middle(to, axis, length) - a) * t - length / 2 / zoom
  }
  return { x: mix('x', size.w), y: mix('y', size.h), zoom }
}

interface Flight {
  jump(view: View): void
  glide(to: View): void
}

/** Moves the view at once or over 260 ms; whatever comes next breaks a glide off. */
function createFlight(clock: FrameClock, view: Cell<View>, size: () => Size): Flight {
  let stop: (() => void) | null = null

  const jump = (next: View) => {
    stop?.()
    stop = null
    view.set({ ...next, zoom: clampZoom(next.zoom) })
  }

  const glide = (to: View) => {
    if (clock.still()) return jump(to)
    stop?.()
    const from = view.get()
    const start = clock.now()
    const step = () => {
      const t = Math.min(1, (clock.now() - start) / MOVE_MS)
      view.set(t === 1 ? to : between(from, to, ease(t), size()))
      stop = t === 1 ? null : clock.next(step)
    }
    stop = clock.next(step)
  }

  return { jump, glide }
}

export function createCamera(clock: FrameClock, first: View = { x: 0, y: 0, zoom: 1 }): Camera {
  const view = cell<View>(first)
  let size = UNSIZED
  let insets = NO_INSETS
  let shown: Rect | null = null
  const flight = createFlight(clock, view, () => size)
  /** To wherever this person goes: what was fitted before is left behind. */
  const leave = (go: (to: View) => void) => (to: View) => {
    shown = null
    go(to)
  }
  const [jump, glide] = [leave(flight.jump), leave(flight.glide)]
  const pan = (dx: number, dy: number) => jump(panned(view.get(), dx, dy))
  const zoomAt = (screen: Point, factor: number) => jump(zoomed(view.get(), screen, view.get().zoom * factor))

  return {
    view: view.get,
    size: () => size,
    resize(next) {
      const before = size
      size = next
      if (shown) flight.jump(fitted(shown, size, insets))
      else if (before !== UNSIZED) flight.jump(recentred(view.get(), before, size))
    },
    inset(next) {
      const first = insets === NO_INSETS
      insets = next
      const covering = first ? next : { ...next, ...ANY_WIDTH }
      if (!shown || !revealed(shown, view.get(), size, covering)) return
      const go = first ? flight.jump : flight.glide
      go(fitted(shown, size, insets))
    },
    isFitted: () => shown !== null,
    toBoard: (screen) => onBoard(view.get(), screen),
    toScreen: (board) => onScreen(view.get(), board),
    visible: () => ({ x: view.get().x, y: view.get().y, w: size.w / view.get().zoom, h: size.h / view.get().zoom }),
    jump,
    pan,
    zoomAt,
    pinch(before, after) {
      pan(after.centre.x - before.centre.x, after.centre.y - before.centre.y)
      if (before.spread > 0) zoomAt(after.centre, after.spread / before.spread)
    },
    zoomTo: (zoom) => glide(zoomed(view.get(), { x: size.w / 2, y: size.h / 2 }, zoom)),
    fit(rect, atOnce = false) {
      shown = rect
      ;(atOnce ? flight.jump : flight.glide)(fitted(rect, size, insets))
    },
    reveal(rect, beside = null) {
      const next = revealed(rect, view.get(), size, insets)
      if (next) glide(withBeside(next, rect, beside, size, insets))
    },
    subscribe: view.subscribe,
  }
}

/** The middle stays the middle. */
function recentred(view: View, before: Size, after: Size): View {
  return panned(view, (after.w - before.w) / 2, (after.h - before.h) / 2)
}

function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom }
}

/** The board point under `screen` stays under it. */
function zoomed(view: View, screen: Point, wish: number): View {
  const zoom = clampZoom(wish)
  const shift = (length: number) => length / view.zoom - length / zoom
  return { x: view.x + shift(screen.x), y: view.y + shift(screen.y), zoom }
}

function onBoard(view: View, screen: Point): Point {
  return { x: view.x + screen.x / view.zoom, y: view.y + screen.y / view.zoom }
}

function onScreen(view: View, board: Point): Point {
  return { x: (board.x - view.x) * view.zoom, y: (board.y - view.y) * view.zoom }
}

/** Further away, if that shows both and notes stay easy to read; else the view as it is. */
function withBeside(next: View, rect: Rect, beside: Rect | null, size: Size, insets: Insets): View {
  const both = beside && around([rect, beside])
  if (!both) return next
  const far = fitted(both, size, insets)
  // At that zoom they have room beside each other: the smallest pan that shows both will do.
  if (far.zoom >= next.zoom) return revealed(both, next, size, insets) ?? next
  return far.zoom >= ZOOM_EASY && next.zoom <= 1 ? far : next
}

/** The smallest pan that shows the whole rectangle; null if it is in sight already. */
function revealed(rect: Rect, view: View, size: Size, insets: Insets): View | null {
  const push = (from: number, length: number, low: number, high: number) => {
    if (from < low) return from - low
    return from + length > high ? Math.min(from + length - high, from - low) : 0
  }
  const { zoom } = view
  const dx = push(rect.x, rect.w, view.x + insets.left / zoom, view.x + (size.w - insets.right) / zoom)
  const dy = push(rect.y, rect.h, view.y + insets.top / zoom, view.y + (size.h - insets.bottom) / zoom)
  return dx === 0 && dy === 0 ? null : { x: view.x + dx, y: view.y + dy, zoom }
}
