import { cell } from './cell.ts'
import { createFlight, type FrameClock } from './flight.ts'
import type { Point, Rect, Size } from '@momentous/shared/scene/geometry'
import {
  fitted,
  keptNear,
  onBoard,
  onScreen,
  panned,
  recentred,
  revealed,
  seenRect,
  withBeside,
  zoomed,
  type Insets,
  type View,
} from './view.ts'
import { ZOOM_MAX } from './zoom-range.ts'

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
  /** What the controls leave free, in px of the stage. */
  free(): Rect
  /** Where the content is that nobody can stray far from. */
  keepNear(content: () => Rect | null): void
  /** Nobody has moved the view since it was fitted. */
  isFitted(): boolean
  /** Nobody has moved the view since it was led. */
  isLed(): boolean
  toBoard(screen: Point): Point
  toScreen(board: Point): Point
  /** The part of the board on the screen. */
  visible(): Rect
  jump(view: View): void
  pan(dx: number, dy: number): void
  zoomAt(screen: Point, factor: number): void
  pinch(before: Pinch, after: Pinch): void
  /** The part of the board that lies free of the controls. */
  seen(): Rect
  glideTo(view: View): void
  /** Glides by so many px. */
  glideBy(dx: number, dy: number): void
  /** Goes on at this speed, in px a second, until it comes to rest; at once where less motion is asked for. */
  throw(speed: Point): void
  /** A throw stops where it is. What is on its way to be shown gets there. */
  halt(): void
  /** Glides to `zoom`, keeping the middle. */
  zoomTo(zoom: number): void
  /** Glides until the rectangle fills the free part of the stage, never beyond 100 %; or is there at once. */
  fit(rect: Rect, atOnce?: boolean): void
  /** Glides to what somebody else looks at, as large as fits; an own move ends that. */
  lead(rect: Rect): void
  /**
   * Glides only if some of the rectangle is hidden. The zoom stays, unless the rectangle and what lies `beside` it can
   * both be seen from a little further away, where notes are still easy to read.
   */
  reveal(rect: Rect, beside?: Rect | null): void
  subscribe(listener: () => void): () => void
}

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

/** What the view was set to show, and keeps showing until this person goes elsewhere. */
interface Shown {
  readonly rect: Rect
  /** How large it may get. */
  readonly most: number
}

export function createCamera(clock: FrameClock, first: View = { x: 0, y: 0, zoom: 1 }): Camera {
  const view = cell<View>(first)
  let size = UNSIZED
  let insets = NO_INSETS
  let content: () => Rect | null = () => null
  let shown: Shown | null = null
  const near = seldom(clock, () => content())
  const keep = (wish: View): View => {
    const known = size === UNSIZED ? null : near()
    if (known === null || keptNear(wish, known, size) === wish) return wish
    // Whoever seems to stray may be on the way to what has just come.
    const rect = content()
    return rect === null ? wish : keptNear(wish, rect, size)
  }
  const flight = createFlight(clock, view, () => size, keep)
  /** To wherever this person goes: what was fitted before is left behind. */
  const leave =
    <Where>(go: (to: Where) => void) =>
    (to: Where) => {
      shown = null
      go(to)
    }
  const [jump, glide] = [leave(flight.jump), leave(flight.glide)]
  const now = (): Now => ({ view: view.get(), size, insets })
  const show = (next: Shown, go: (to: View) => void) => {
    shown = next
    go(fitted(next.rect, size, insets, next.most))
  }

  return {
    view: view.get,
    size: () => size,
    resize(next) {
      const before = size
      size = next
      if (shown) show(shown, flight.jump)
      else if (before !== UNSIZED) flight.jump(recentred(view.get(), before, size))
    },
    inset(next) {
      const first = insets === NO_INSETS
      insets = next
      const covering = first ? next : { ...next, ...ANY_WIDTH }
      if (!shown || !revealed(shown.rect, view.get(), size, covering)) return
      show(shown, first ? flight.jump : flight.glide)
    },
    keepNear: (next) => void (content = next),
    isFitted: () => shown !== null && shown.most === 1,
    isLed: () => shown !== null && shown.most > 1,
    ...readings(now),
    ...moves(jump, glide, now),
    throw: leave(flight.throw),
    halt() {
      if (shown === null) flight.halt()
    },
    fit: (rect, atOnce = false) => show({ rect, most: 1 }, atOnce ? flight.jump : flight.glide),
    lead: (rect) => show({ rect, most: ZOOM_MAX }, flight.glide),
    subscribe: view.subscribe,
  }
}

interface Now {
  readonly view: View
  readonly size: Size
  readonly insets: Insets
}

type Go = (to: View) => void
type Moves = 'jump' | 'pan' | 'zoomAt' | 'pinch' | 'glideTo' | 'glideBy' | 'zoomTo' | 'reveal'

/** The ways to go elsewhere from what is seen now. */
function moves(jump: Go, glide: Go, now: () => Now): Pick<Camera, Moves> {
  const pan = (dx: number, dy: number) => jump(panned(now().view, dx, dy))
  const zoomAt = (screen: Point, factor: number) => jump(zoomed(now().view, screen, now().view.zoom * factor))
  return {
    jump,
    pan,
    zoomAt,
    pinch(before, after) {
      pan(after.centre.x - before.centre.x, after.centre.y - before.centre.y)
      if (before.spread > 0) zoomAt(after.centre, after.spread / before.spread)
    },
    glideTo: glide,
    glideBy: (dx, dy) => glide(panned(now().view, dx, dy)),
    zoomTo: (zoom) => glide(zoomed(now().view, { x: now().size.w / 2, y: now().size.h / 2 }, zoom)),
    reveal(rect, beside = null) {
      const { view, size, insets } = now()
      const next = revealed(rect, view, size, insets)
      if (next) glide(withBeside(next, rect, beside, size, insets))
    },
  }
}

/** What can be asked about the view without changing it. */
function readings(now: () => Now): Pick<Camera, 'toBoard' | 'toScreen' | 'visible' | 'free' | 'seen'> {
  const free = () => freePart(now().size, now().insets)
  return {
    toBoard: (screen) => onBoard(now().view, screen),
    toScreen: (board) => onScreen(now().view, board),
    visible: () => seenRect(now().view, now().size),
    free,
    seen() {
      const { view } = now()
      const part = free()
      return { ...onBoard(view, part), w: part.w / view.zoom, h: part.h / view.zoom }
    },
  }
}

function freePart(size: Size, { top, right, bottom, left }: Insets): Rect {
  return { x: left, y: top, w: Math.max(1, size.w - left - right), h: Math.max(1, size.h - top - bottom) }
}

/** Asked in every frame of a pan, on a board that others change all the time. */
const SELDOM_MS = 500

function seldom<Value>(clock: FrameClock, ask: () => Value): () => Value {
  let known: { readonly value: Value; readonly at: number } | null = null
  return () => {
    if (known === null || clock.now() - known.at > SELDOM_MS) known = { value: ask(), at: clock.now() }
    return known.value
  }
}
