import type { StrokeId } from '@momentous/shared/domain/id'
import { pens } from '@momentous/shared/domain/pen'
import type { Stroke } from '@momentous/shared/domain/stroke'
import { distance, distanceToSegment, grow, rectBetween, type Point, type Rect } from './geometry.ts'
import { createSpatialIndex } from './spatial-index.ts'
import type { Wall } from './wall.ts'

export interface SceneStroke {
  readonly stroke: Stroke
  readonly bounds: Rect
  readonly z: number
}

/** The ink of a wall, findable by place. */
export interface InkScene {
  update(ids: Iterable<StrokeId>): void
  within(rect: Rect): readonly SceneStroke[]
  /** The strokes that a round eraser of radius `reach` touches on its way. */
  along(from: Point, to: Point, reach: number): readonly StrokeId[]
  bounds(): Rect[]
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
  return grow({ x: left + x, y: top + y, w: right - left, h: bottom - top }, inkWidth(stroke))
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

export function createInkScene(wall: Pick<Wall, 'stroke' | 'strokes'>): InkScene {
  const index = createSpatialIndex<StrokeId>()
  const strokes = new Map<StrokeId, SceneStroke>()
  let next = 0

  const put = (stroke: Stroke) => {
    const bounds = boundsOf(stroke)
    strokes.set(stroke.id, { stroke, bounds, z: strokes.get(stroke.id)?.z ?? next++ })
    return bounds
  }

  index.load(wall.strokes().map((stroke) => [stroke.id, put(stroke)] as const))

  const within = (rect: Rect) =>
    index
      .within(rect)
      .flatMap((id) => strokes.get(id) ?? [])
      .toSorted((a, b) => a.z - b.z)

  return {
    update(ids) {
      for (const id of ids) {
        const stroke = wall.stroke(id)
        if (stroke) index.put(id, put(stroke))
        else {
          index.remove(id)
          strokes.delete(id)
        }
      }
    },
    within,
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
        .map(({ stroke }) => stroke.id)
    },
    bounds: () => Array.from(strokes.values(), ({ bounds }) => bounds),
  }
}
