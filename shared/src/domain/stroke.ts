import type { StrokeId } from './id.ts'
import type { PenId, PenWidth } from './pen.ts'
import type { Arranged } from './piece.ts'

export const STROKE_POINTS_MAX = 10_000

export type Offset = readonly [x: number, y: number]

/** One line of ink, written once when the pen is lifted; what changes afterwards is where it lies. */
export interface Stroke extends Arranged {
  readonly id: StrokeId
  readonly pen: PenId
  readonly width: PenWidth
  /** x, y, pressure (0 to 1), x, y, pressure ... in board units. */
  readonly points: readonly number[]
  /** How far the line has been moved since, right and down. */
  readonly moved: Offset
}
