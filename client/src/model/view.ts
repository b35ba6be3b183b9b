import { around, centre, type Point, type Rect, type Size } from '@momentous/shared/scene/geometry'
import { clampZoom } from './zoom-range.ts'

/** Down to here the words on notes are at least 9 px. */
export const ZOOM_EASY = 0.6

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

/** The view that shows `rect` in the middle of what the insets leave free, enlarged to `most` at the most. */
export function fitted(rect: Rect, size: Size, insets: Insets, most = 1): View {
  const w = Math.max(1, size.w - insets.left - insets.right)
  const h = Math.max(1, size.h - insets.top - insets.bottom)
  const zoom = clampZoom(Math.min(most, w / Math.max(1, rect.w), h / Math.max(1, rect.h)))
  const middle = centre(rect)
  return { x: middle.x - (insets.left + w / 2) / zoom, y: middle.y - (insets.top + h / 2) / zoom, zoom }
}

/** Between two views: the zoom grows evenly for the eye, and the middle of the stage travels in a straight line. */
export function between(from: View, to: View, t: number, size: Size): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** t
  const middle = (view: View, axis: 'x' | 'y', length: number) => view[axis] + length / 2 / view.zoom
  const mix = (axis: 'x' | 'y', length: number) => {
    const a = middle(from, axis, length)
    return a + (middle(to, axis, length) - a) * t - length / 2 / zoom
  }
  return { x: mix('x', size.w), y: mix('y', size.h), zoom }
}

/** The part of the board on the screen. */
export function seenRect({ x, y, zoom }: View, { w, h }: Size): Rect {
  return { x, y, w: w / zoom, h: h / zoom }
}

/** The view with this board point in the middle of the stage. */
export function centredOn(middle: Point, zoom: number, size: Size): View {
  return { x: middle.x - size.w / 2 / zoom, y: middle.y - size.h / 2 / zoom, zoom }
}

/** The middle stays the middle. */
export function recentred(view: View, before: Size, after: Size): View {
  return panned(view, (after.w - before.w) / 2, (after.h - before.h) / 2)
}

export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom }
}

/** The board point under `screen` stays under it. */
export function zoomed(view: View, screen: Point, wish: number): View {
  const zoom = clampZoom(wish)
  const shift = (length: number) => length / view.zoom - length / zoom
  return { x: view.x + shift(screen.x), y: view.y + shift(screen.y), zoom }
}

export function onBoard(view: View, screen: Point): Point {
  return { x: view.x + screen.x / view.zoom, y: view.y + screen.y / view.zoom }
}

export function onScreen(view: View, board: Point): Point {
  return { x: (board.x - view.x) * view.zoom, y: (board.y - view.y) * view.zoom }
}

/** How far beyond the content its middle may stray, in board units and in screens: enough to work anywhere near it. */
const STRAY = 4000
const STRAY_SCREENS = 1.5

/** The view with its middle near the content, so that nobody gets lost; the view itself while it is. */
export function keptNear(view: View, content: Rect, size: Size): View {
  const push = (middle: number, shown: number, low: number, high: number) => {
    const stray = Math.max(STRAY, shown * STRAY_SCREENS)
    return Math.min(high + stray, Math.max(low - stray, middle)) - middle
  }
  const seen = seenRect(view, size)
  const middle = centre(seen)
  const dx = push(middle.x, seen.w, content.x, content.x + content.w)
  const dy = push(middle.y, seen.h, content.y, content.y + content.h)
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy }
}

/** Further away, if that shows both and notes stay easy to read; else the view as it is. */
export function withBeside(next: View, rect: Rect, beside: Rect | null, size: Size, insets: Insets): View {
  const both = beside && around([rect, beside])
  if (!both) return next
  const far = fitted(both, size, insets)
  // At that zoom they have room beside each other: the smallest pan that shows both will do.
  if (far.zoom >= next.zoom) return revealed(both, next, size, insets) ?? next
  return far.zoom >= ZOOM_EASY && next.zoom <= 1 ? far : next
}

/** The smallest pan that shows the whole rectangle; null if it is in sight already. */
export function revealed(rect: Rect, view: View, size: Size, insets: Insets): View | null {
  const push = (from: number, length: number, low: number, high: number) => {
    if (from < low) return from - low
    return from + length > high ? Math.min(from + length - high, from - low) : 0
  }
  const { zoom } = view
  const dx = push(rect.x, rect.w, view.x + insets.left / zoom, view.x + (size.w - insets.right) / zoom)
  const dy = push(rect.y, rect.h, view.y + insets.top / zoom, view.y + (size.h - insets.bottom) / zoom)
  return dx === 0 && dy === 0 ? null : { x: view.x + dx, y: view.y + dy, zoom }
}
