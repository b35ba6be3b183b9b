import type { Point, Size } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

/** So near to the wall's edge, in px, a hand that drags something pulls the wall along. */
const ZONE = 36
/** Whoever only passes by doesn't mean it. */
const PATIENCE_MS = 160
/** In px a second, right at the edge. */
const FASTEST = 900
/** A page that was asleep doesn't make up for it. */
const FRAME_MAX_MS = 50

/** How fast the wall is pulled along by a hand that is there, in px a second. */
export function edgeSpeed({ x, y }: Point, { w, h }: Size): Point {
  const along = (at: number, length: number) => {
    const low = Math.min(1, Math.max(0, (ZONE - at) / ZONE))
    const high = Math.min(1, Math.max(0, (at - length + ZONE) / ZONE))
    return (low - high) * FASTEST
  }
  return { x: along(x, w), y: along(y, h) }
}

/** Brings what lies beyond the edge into sight while somebody drags something there. */
export interface EdgePan {
  /** Where the hand is now, in px of the wall; null when it has let go. */
  at(screen: Point | null): void
}

/** `again` tells the tool where the hand is by then: it rests, and the wall moves under it. */
export function createEdgePan({ camera, live }: Bench, again: () => void): EdgePan {
  let hand: Point | null = null
  let frame = 0
  let before = 0
  let since = 0

  const drags = () => live.drag.get().size > 0 || live.marquee.get() !== null || live.shape.get() !== null
  const speed = () => (hand === null || !drags() ? { x: 0, y: 0 } : edgeSpeed(hand, camera.size()))
  const step = (now: number) => {
    frame = 0
    const { x, y } = speed()
    if (x === 0 && y === 0) {
      since = 0
      return
    }
    since ||= now
    if (now - since >= PATIENCE_MS) {
      const seconds = Math.min(FRAME_MAX_MS, now - before) / 1000
      camera.pan(x * seconds, y * seconds)
      again()
    }
    before = now
    frame ||= requestAnimationFrame(step)
  }
  return {
    at(screen) {
      hand = screen
      const { x, y } = speed()
      if (x !== 0 || y !== 0) frame ||= requestAnimationFrame(step)
      else since = 0
    },
  }
}
