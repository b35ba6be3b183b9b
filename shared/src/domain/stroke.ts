import type { StrokeId } from './id.ts'
import type { PenId, PenWidth } from './pen.ts'

export const STROKE_POINTS_MAX = 10_000

/** One line of ink, written once when the pen is lifted. */
export interface Stroke {
  readonly id: StrokeId
  readonly pen: PenId
  readonly width: PenWidth
  /** x, y, pressure (0 to 1), x, y, pressure ... in board units. */
  readonly points: readonly number[]
}
