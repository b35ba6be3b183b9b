import type { Point } from '@momentous/shared/scene/geometry'

/** How far back the speed of a hand is felt. */
const FELT_MS = 90
/** A hand that rested for so long before it let go throws nothing. */
const RESTED_MS = 50
/** In px a second: a slower hand puts the wall down, and none throws it faster than the eye can follow. */
const SLOWEST = 220
const FASTEST = 4500

interface Spot {
  readonly at: Point
  readonly time: number
}

/** How fast a hand moves on the screen. */
export interface Swing {
  /** Where the hand was, and when, in ms. */
  add(at: Point, time: number): void
  /** In px a second when it lets go at this time; null when it puts the wall down. */
  letGo(time: number): Point | null
}

export function createSwing(): Swing {
  let spots: readonly Spot[] = []
  return {
    add(at, time) {
      spots = [...spots.filter((spot) => time - spot.time < FELT_MS), { at, time }]
    },
    letGo(time) {
      const felt = spots.filter((spot) => time - spot.time < FELT_MS + RESTED_MS)
      const [first, last] = [felt[0], felt.at(-1)]
      if (!first || !last || time - last.time > RESTED_MS || last.time === first.time) return null
      const seconds = (last.time - first.time) / 1000
      const speed = { x: (last.at.x - first.at.x) / seconds, y: (last.at.y - first.at.y) / seconds }
      const fast = Math.hypot(speed.x, speed.y)
      if (fast < SLOWEST) return null
      const share = Math.min(1, FASTEST / fast)
      return { x: speed.x * share, y: speed.y * share }
    },
  }
}
