import { getStrokeOutlinePoints, type StrokePoint } from 'perfect-freehand'
import { pens } from '../domain/pen.ts'
import type { Stroke } from '../domain/stroke.ts'
import { around, grow, type Rect } from '../scene/geometry.ts'
import { bendsOf, densePoints, type Bend } from '../scene/ink-curve.ts'
import { inkWidth } from '../scene/ink-scene.ts'

/** What pressure does to the width; half pressure is the width itself. */
const THINNING = 0.6
/** The outline follows the line in steps of this share of its width, and never in finer ones than the least. */
const STEP = 0.6
const STEP_LEAST = 2.5
/** A stretch of a line has at most so many points: only the stretches in sight are painted. */
const STRETCH = 160
/** A stretch begins so many points early: the joint lies inside of both. */
const OVERLAP = 4

/** What is drawn of a stroke, wherever it has been moved to. */
export type InkLine = Pick<Stroke, 'pen' | 'width' | 'points'>

/** What takes in an outline: a canvas path, or one that is written down. */
export interface InkPath {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(bendX: number, bendY: number, x: number, y: number): void
  bezierCurveTo(outX: number, outY: number, backX: number, backY: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  closePath(): void
}

/** A part of a line's shape. */
export interface InkPart<Path> {
  /** One for each piece between two corners, so that corners are round: each is filled by itself. */
  readonly paths: readonly Path[]
  readonly bounds: Rect
}

/** Highlighters are broad and flat: a line of one width, painted at once, so that it never darkens itself. */
export function isMarker({ pen }: Pick<InkLine, 'pen'>): boolean {
  return pens[pen].scale > 1
}

/** The outline of the points from `first` to `last`, to be filled. */
export function outlinePart<Path extends InkPath>(
  stroke: InkLine,
  [first, last]: readonly [first: number, last: number],
  newPath: () => Path,
): InkPart<Path> {
  const width = inkWidth(stroke)
  const { points } = stroke
  const bends = bendsOf(points, first, last)
  const dense = densePoints(bends, Math.max(STEP_LEAST, width * STEP))
  const paths =
    dense.length <= 3 ? [dot(points, first, width, newPath())] : outlinesOf(strokePoints(dense), width, newPath)
  const box = { x: points[first * 3] ?? 0, y: points[first * 3 + 1] ?? 0, w: 0, h: 0 }
  const bounds = around([box, ...bends.map(({ to: [x, y] }) => ({ x, y, w: 0, h: 0 }))]) ?? box
  return { paths, bounds: grow(bounds, width + 1) }
}

/** The whole line in stretches. */
export function outlineParts<Path extends InkPath>(stroke: InkLine, newPath: () => Path): InkPart<Path>[] {
  const end = Math.floor(stroke.points.length / 3) - 1
  const parts: InkPart<Path>[] = []
  for (let at = 0; at === 0 || at < end; at += STRETCH) {
    parts.push(outlinePart(stroke, [Math.max(0, at - OVERLAP), Math.min(end, at + STRETCH)], newPath))
  }
  return parts
}

/** A touch without a move. */
function dot<Path extends InkPath>(points: readonly number[], at: number, width: number, path: Path): Path {
  const pressure = points[at * 3 + 2] ?? 0.5
  // A little larger than the line would be: a full stop has to be seen.
  const radius = width * Math.max(0.5, 0.5 - THINNING * (0.5 - pressure)) * 1.1
  path.arc(points[at * 3] ?? 0, points[at * 3 + 1] ?? 0, radius, 0, 2 * Math.PI)
  return path
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
  return made
}

/** A line that turns by more than this between two points has a corner there: the cosine of 50 degrees. */
const CORNER = 0.64

function outlinesOf<Path extends InkPath>(points: readonly StrokePoint[], width: number, newPath: () => Path): Path[] {
  const paths: Path[] = []
  let from = 0
  for (let at = 1; at < points.length; at++) {
    const [here, next] = [points[at]?.vector, points[at + 1]?.vector]
    const turns = here && next && here[0] * next[0] + here[1] * next[1] < CORNER
    if (!turns && next) continue
    paths.push(outlineOf(points.slice(from, at + 1), width, newPath()))
    from = at
  }
  return paths
}

/** The first point of a piece looks where the second does. */
function outlineOf<Path extends InkPath>(points: readonly StrokePoint[], width: number, path: Path): Path {
  const [first, second] = points
  const piece = first && second ? [{ ...first, vector: second.vector }, ...points.slice(1)] : [...points]
  const start = first?.runningLength ?? 0
  const outline = getStrokeOutlinePoints(
    piece.map((point) => ({ ...point, runningLength: point.runningLength - start })),
    { size: width, thinning: THINNING, smoothing: 0.3, simulatePressure: false, last: true },
  )
  let [fromX = 0, fromY = 0] = outline.at(-1) ?? []
  outline.forEach(([x, y], index) => {
    const [middleX, middleY] = [(fromX + x) / 2, (fromY + y) / 2]
    if (index === 0) path.moveTo(middleX, middleY)
    else path.quadraticCurveTo(fromX, fromY, middleX, middleY)
    ;[fromX, fromY] = [x, y]
  })
  path.closePath()
  return path
}

/** The middle of the line, to be stroked. */
export function middleOf<Path extends InkPath>(bends: readonly Bend[], points: readonly number[], path: Path): Path {
  path.moveTo(points[0] ?? 0, points[1] ?? 0)
  // A line of no length has caps all the same.
  if (bends.length === 0) path.lineTo(points[0] ?? 0, points[1] ?? 0)
  for (const { out, back, to } of bends) path.bezierCurveTo(out[0], out[1], back[0], back[1], to[0], to[1])
  return path
}
