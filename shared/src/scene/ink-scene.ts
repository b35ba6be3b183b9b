import type { StrokeId } from '../domain/id.ts'
import { pens } from '../domain/pen.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Stroke } from '../domain/stroke.ts'
import { contains, distance, distanceToSegment, grow, rectBetween, type Point, type Rect } from './geometry.ts'
import { BULGE_MAX } from './ink-curve.ts'
import { onShelf, type Changing, type LyingPiece, type PieceScene } from './piece-scene.ts'
import { createSpatialIndex } from './spatial-index.ts'
import type { SceneSource } from './scene-source.ts'

export interface SceneStroke extends LyingPiece {
  readonly kind: 'stroke'
  readonly id: StrokeId
  readonly stroke: Stroke
}

/** The ink of a wall, findable by place. */
export interface InkScene extends PieceScene<SceneStroke> {
  /** The strokes that a round eraser of radius `reach` touches on its way. */
  along(from: Point, to: Point, reach: number): readonly StrokeId[]
}

/** How wide the line is on the board. */
export function inkWidth({ pen, width }: Pick<Stroke, 'pen' | 'width'>): number {
  return width * pens[pen].scale
}

function boundsOf(stroke: Stroke): Rect {
  const { points } = stroke
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (let i = 0; i + 1 < points.length; i += 3) {
    const x = points[i] ?? 0
    const y = points[i + 1] ?? 0
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  const [x, y] = stroke.moved
  // A bend may leave the straight way between its points.
  const margin = inkWidth(stroke) + BULGE_MAX
  return grow({ x: left + x, y: top + y, w: right - left, h: bottom - top }, margin)
}

function touches(stroke: Stroke, at: Point, reach: number): boolean {
  const { points, moved } = stroke
  const point = { x: at.x - moved[0], y: at.y - moved[1] }
  const limit = reach + inkWidth(stroke) / 2
  let from: Point | null = null
  for (let i = 0; i + 1 < points.length; i += 3) {
    const to = { x: points[i] ?? 0, y: points[i + 1] ?? 0 }
    if (distanceToSegment(point, from ?? to, to) <= limit) return true
    from = to
  }
  return false
}

export function createInkScene(wall: Pick<SceneSource, 'stroke' | 'strokes'>, changing: Changing): InkScene {
  const index = createSpatialIndex<StrokeId>()
  const strokes = new Map<PieceId, SceneStroke>()
  let next = 0

  const put = (stroke: Stroke): SceneStroke => {
    const rect = boundsOf(stroke)
    const lies = strokes.get(stroke.id)?.lies ?? onShelf('ink', next++)
    const made: SceneStroke = { kind: 'stroke', id: stroke.id, stroke, rect, bounds: rect, z: stroke.z, lies }
    strokes.set(stroke.id, made)
    return made
  }

  index.load(wall.strokes().map((stroke) => [stroke.id, put(stroke).bounds] as const))

  const update = (id: StrokeId) => {
    const before = strokes.get(id)
    const stroke = wall.stroke(id)
    if (before) changing.damage(before.bounds)
    if (!stroke) {
      index.remove(id)
      strokes.delete(id)
      return
    }
    const { bounds } = put(stroke)
    index.put(id, bounds)
    changing.damage(bounds)
  }
  const within = (part: Rect) => index.within(part).flatMap((id) => strokes.get(id) ?? [])

  return {
    take(change) {
      if (change.kind === 'ink') change.ids.forEach(update)
    },
    settle() {},
    get: (id) => strokes.get(id),
    within,
    hits: ({ stroke, rect }, point, reach) => contains(grow(rect, reach), point) && touches(stroke, point, reach),
    along(from, to, reach) {
      const near = within(grow(rectBetween(from, to), reach))
      const steps = Math.max(1, Math.ceil(distance(from, to) / reach))
      const at = (i: number) => ({
        x: from.x + ((to.x - from.x) * i) / steps,
        y: from.y + ((to.y - from.y) * i) / steps,
      })
      const path = Array.from({ length: steps + 1 }, (_, i) => at(i))
      return near
        .filter(({ stroke }) => path.some((point) => touches(stroke, point, reach)))
        .toSorted((a, b) => a.lies - b.lies)
        .map(({ stroke }) => stroke.id)
    },
    all: () => strokes.values(),
  }
}
