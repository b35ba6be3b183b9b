import { STROKE_POINTS_MAX } from '@momentous/shared/domain/stroke'
import { onTheWay } from '@momentous/shared/scene/geometry'
import { simplifyPoints } from './simplify-points.ts'

/** One touch of the hand, with the place in board units. */
export interface Touch {
  readonly x: number
  readonly y: number
  /** 0 to 1. */
  readonly pressure: number
  /** In ms; 0 when nobody knows. */
  readonly time: number
}

export interface TrailWishes {
  /** Px of the screen per board unit, where it is drawn. */
  readonly zoom: number
  /** How wide the line is drawn. */
  readonly width: number
  /** Where the pressure comes from: the device, the speed of the hand, or nowhere. */
  readonly pressure: 'felt' | 'speed' | 'even'
}

/** A line while it grows. What is settled never changes again, so that a line of any length costs what its end costs. */
export interface InkTrail {
  /** x, y, pressure ...: the settled points, and the hand's own since then. The same list throughout. */
  readonly points: readonly number[]
  /** How many of the points are settled. */
  settled(): number
  /** False for a touch too near to the last one to matter. */
  add(touch: Touch): boolean
  /** The finished line. */
  end(): number[]
}

/** Touches nearer than this on the screen add nothing. */
const STEP = 1
/** The hand's tremble is shorter than this on the screen. */
const TREMBLE = 2
/** What is left out is nearer to the line than this on the screen. */
export const TOLERANCE = 0.45
/** So many points of the hand are simplified at a time. */
const STRETCH = 64
/** From standing still to this many px a ms, the line thins. */
const FAST = 2.5
const THICK = 0.66
const THIN = 0.34
const SETTLING_MS = 80

const round = (value: number, parts: number) => Math.round(value * parts) / parts

export function startTrail(first: Touch, { zoom, width, pressure }: TrailWishes): InkTrail {
  const start = [
    round(first.x, 10),
    round(first.y, 10),
    pressure === 'felt' ? round(first.pressure, 100) : 0.5,
  ] as const
  const points: number[] = [...start]
  let settled = 1
  let last = first
  let smooth = { x: first.x, y: first.y }
  let press: number = start[2]

  const pressureAt = (touch: Touch): number => {
    if (pressure === 'felt') return touch.pressure
    const ms = touch.time - last.time
    if (pressure === 'even' || ms <= 0) return press
    const speed = (Math.hypot(touch.x - last.x, touch.y - last.y) * zoom) / ms
    const wish = THICK - (THICK - THIN) * Math.min(1, speed / FAST)
    return press + (wish - press) * Math.min(1, ms / SETTLING_MS)
  }
  /** The list ends with the touch itself, and the smooth line lags a little behind it. */
  const push = (x: number, y: number) => points.push(round(x, 10), round(y, 10), round(press, 100))
  const settle = (to: number) => {
    const stretch = simplifyPoints(points.slice((settled - 1) * 3, to * 3), TOLERANCE / zoom, width)
    points.splice((settled - 1) * 3, (to - settled + 1) * 3, ...stretch)
    settled += stretch.length / 3 - 1
  }

  return {
    points,
    settled: () => settled,
    add(touch) {
      const way = Math.hypot(touch.x - last.x, touch.y - last.y) * zoom
      if (way < STEP || points.length / 3 >= STROKE_POINTS_MAX) return false
      if (points.length / 3 > settled) points.length -= 3
      press = pressureAt(touch)
      const share = 1 - Math.exp(-way / TREMBLE)
      smooth = onTheWay(smooth, touch, share)
      push(smooth.x, smooth.y)
      if (points.length / 3 - settled >= STRETCH) settle(points.length / 3)
      push(touch.x, touch.y)
      last = touch
      return true
    },
    end() {
      if (points.length / 3 > settled) settle(points.length / 3)
      return points.slice(0, STROKE_POINTS_MAX * 3)
    },
  }
}
