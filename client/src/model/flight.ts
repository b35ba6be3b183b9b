import type { Cell } from './cell.ts'
import { distance, type Point, type Size } from '@momentous/shared/scene/geometry'
import { between, panned, type View } from './view.ts'
import { clampZoom } from './zoom-range.ts'

const MOVE_MS = 260
/** After so long about a third of a throw's speed is left. */
const DRAG_MS = 325
/** In px a second: slower than this a throw has come to rest. */
const REST = 24

/** Where the camera gets its time from, so that tests need not wait. */
export interface FrameClock {
  now(): number
  /** Calls once, at the next frame; returns the way to call it off. */
  next(callback: () => void): () => void
  /** True for people who asked for less motion: moves become jumps. */
  still(): boolean
}

export interface Flight {
  jump(view: View): void
  glide(to: View): void
  /** Goes on at this speed on the screen, in px a second, and slows down. */
  throw(speed: Point): void
  /** Whatever is under way stops where it is. */
  halt(): void
  flying(): boolean
}

/** Moves the view at once or over 260 ms; whatever comes next breaks a glide off. `keep` says how far it may go. */
export function createFlight(
  clock: FrameClock,
  view: Cell<View>,
  size: () => Size,
  keep: (view: View) => View,
): Flight {
  let stop: (() => void) | null = null

  const halt = () => {
    stop?.()
    stop = null
  }

  const jump = (next: View) => {
    halt()
    view.set(keep({ ...next, zoom: clampZoom(next.zoom) }))
  }

  const glide = (wish: View) => {
    const to = keep(wish)
    if (clock.still() || isFar(view.get(), to, size())) return jump(to)
    halt()
    const from = view.get()
    const start = clock.now()
    const step = () => {
      const t = Math.min(1, (clock.now() - start) / MOVE_MS)
      // Told of the view, somebody may go elsewhere at once.
      stop = t === 1 ? null : clock.next(step)
      view.set(t === 1 ? to : between(from, to, ease(t), size()))
    }
    stop = clock.next(step)
  }

  const thrown = (speed: Point) => {
    if (clock.still()) return
    halt()
    const from = view.get()
    const start = clock.now()
    const step = () => {
      const left = Math.exp(-(clock.now() - start) / DRAG_MS)
      const gone = ((1 - left) * DRAG_MS) / 1000
      const wish = panned(from, speed.x * gone, speed.y * gone)
      const next = keep(wish)
      stop = next !== wish || Math.hypot(speed.x, speed.y) * left < REST ? null : clock.next(step)
      view.set(next)
    }
    stop = clock.next(step)
  }

  return { jump, glide, throw: thrown, halt, flying: () => stop !== null }
}

/** Further than this many windows, nobody sees where a glide goes, and each of its frames is a part of the wall never seen. */
const FAR = 4

function isFar(from: View, to: View, size: Size): boolean {
  const [here, there] = [middleOf(from, size), middleOf(to, size)]
  return distance(here, there) * Math.min(from.zoom, to.zoom) > FAR * Math.max(size.w, size.h)
}

const middleOf = ({ x, y, zoom }: View, { w, h }: Size): Point => ({ x: x + w / 2 / zoom, y: y + h / 2 / zoom })

const ease = (t: number) => 1 - (1 - t) ** 4
