import { pens } from '@momentous/shared/domain/pen'
import { getStrokeOutlinePoints, type StrokePoint } from 'perfect-freehand'
import { around, grow, type Rect } from '../model/geometry.ts'
import { bendsOf, densePoints, type Bend } from '../model/ink-curve.ts'
import { inkWidth } from '../model/ink-scene.ts'
import type { LiveStroke } from '../model/wall.ts'

/** What pressure does to the width; half pressure is the width itself. */
const THINNING = 0.6
/** The outline follows the line in steps of this share of its width, and never in finer ones than the least. */
const STEP = 0.6
const STEP_LEAST = 2.5
/** A stretch of a line has at most so many points: only the stretches in sight are painted. */
const STRETCH = 160
/** A stretch begins so many points early: the joint lies inside of both. */
const OVERLAP = 4

/** A part of a line's shape. */
export interface InkPart {
  readonly path: Path2D
  readonly bounds: Rect
}

/** Highlighters are broad and flat: a line of one width, painted at once, so that it never darkens itself. */
export function isMarker({ pen }: Pick<LiveStroke, 'pen'>): boolean {
  return pens[pen].scale > 1
}

/** The outline of the points from `first` to `last`, to be filled. */
export function outlinePart(stroke: LiveStroke, first: number, last: number): InkPart {
  const width = inkWidth(stroke)
  const { points } = stroke
  const bends = bendsOf(points, first, last)
  const dense = densePoints(bends, Math.max(STEP_LEAST, width * STEP))
  const path = new Path2D()
  if (dense.length <= 3) dot(path, points, first, width)
  else addOutline(path, dense, width)
  const box = { x: points[first * 3] ?? 0, y: points[first * 3 + 1] ?? 0, w: 0, h: 0 }
  const bounds = around([box, ...bends.map(({ to: [x, y] }) => ({ x, y, w: 0, h: 0 }))]) ?? box
  return { path, bounds: grow(bounds, width + 1) }
}

/** The whole line in stretches. */
export function outlineParts(stroke: LiveStroke): InkPart[] {
  const end = Math.floor(stroke.points.length / 3) - 1
  const parts: InkPart[] = []
  for (let at = 0; at === 0 || at < end; at += STRETCH) {
    parts.push(outlinePart(stroke, Math.max(0, at - OVERLAP), Math.min(end, at + STRETCH)))
  }
  return parts
}

/** A touch without a move. */
function dot(path: Path2D, points: readonly number[], at: number, width: number): void {
  const pressure = points[at * 3 + 2] ?? 0.5
  // A little larger than the line would be: a full stop has to be seen.
  const radius = width * Math.max(0.5, 0.5 - THINNING * (0.5 - pressure)) * 1.1
  path.arc(points[at * 3] ?? 0, points[at * 3 + 1] ?? 0, radius, 0, 2 * Math.PI)
}

function strokePoints(dense: readonly number[]): StrokePoint[] {
  const made: StrokePoint[] = []
  for (let at = 0; at + 2 < dense.length; at += 3) {
    const [x, y, pressure] = [dense[at] ?? 0, dense[at + 1] ?? 0, dense[at + 2] ?? 0.5]
    const before = made.at(-1)
    const [fromX, fromY] = before?.point ?? [x - 1, y]
    const distance = Math.hypot(x - fromX, y - fromY)
    if (before && distance < 0.01) continue
    const runningLength = before ? before.runningLength + distance : 0
    const vector: [number, number] = [(fromX - x) / distance, (fromY - y) / distance]
    made.push({ point: [x, y], pressure, vector, distance: before ? distance : 0, runningLength })
  }
  const [first, second] = made
  return first && second ? [{ ...first, vector: second.vector }, ...made.slice(1)] : made
}

function addOutline(path: Path2D, dense: readonly number[], width: number): void {
  const outline = getStrokeOutlinePoints(strokePoints(dense), {
    size: width,
    thinning: THINNING,
    smoothing: 0.3,
    simulatePressure: false,
    last: true,
  })
  let [fromX = 0, fromY = 0] = outline.at(-1) ?? []
  outline.forEach(([x = 0, y = 0], index) => {
    const [middleX, middleY] = [(fromX + x) / 2, (fromY + y) / 2]
    if (index === 0) path.moveTo(middleX, middleY)
    else path.quadraticCurveTo(fromX, fromY, middleX, middleY)
    ;[fromX, fromY] = [x, y]
  })
  path.closePath()
}

/** The middle of the line, to be stroked. */
export function middleOf(bends: readonly Bend[], points: readonly number[]): Path2D {
  const path = new Path2D()
  path.moveTo(points[0] ?? 0, points[1] ?? 0)
  // A line of no length has caps all the same.
  if (bends.length === 0) path.lineTo(points[0] ?? 0, points[1] ?? 0)
  addBends(path, bends)
  return path
}

export function addBends(path: Path2D, bends: readonly Bend[]): void {
  for (const { out, back, to } of bends) path.bezierCurveTo(out[0], out[1], back[0], back[1], to[0], to[1])
}
