import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End, Shape } from '@momentous/shared/domain/shape'
import type { Point } from '../model/geometry.ts'
import { letGo, type Bench } from './bench.ts'
import type { ToolState } from './tool.ts'

/** Shapes as they were when the hand took them up. */
interface Lifted {
  readonly start: Point
  readonly shapes: readonly Shape[]
  readonly selectedBefore: ReadonlySet<PieceId>
}

/** Locked ones stay, and so do connectors that hold on at both ends: they follow what they hold on to. */
export function liftShapes(start: Point, selectedBefore: ReadonlySet<PieceId>, { selection, wall }: Bench): Lifted {
  const chosen = Array.from(selection.pieces()).flatMap((id) => wall.shape(id) ?? [])
  return { start, shapes: chosen.filter((shape) => !shape.locked && moves(shape)), selectedBefore }
}

const moves = (shape: Shape) => shape.kind !== 'connector' || 'point' in shape.from || 'point' in shape.to

function offset({ start }: Lifted, at: Point): Point {
  return { x: Math.round(at.x - start.x), y: Math.round(at.y - start.y) }
}

function movedEnd(end: End, { x, y }: Point): End {
  return 'at' in end ? end : { point: [end.point[0] + x, end.point[1] + y] }
}

/** Where the shape goes, as `place-shapes` is told. */
export function movedShape(shape: Shape, by: Point) {
  const { id } = shape
  if (shape.kind === 'connector') return { id, from: movedEnd(shape.from, by), to: movedEnd(shape.to, by) }
  const [x, y, w, h] = shape.place
  return { id, place: [x + by.x, y + by.y, w, h] as [number, number, number, number] }
}

export function draggingShapes(lifted: Lifted, rest: ToolState): ToolState {
  const state: ToolState = {
    on(gesture, { live, scene, selection, wall }) {
      switch (gesture.type) {
        case 'cancel':
          letGo(live)
          selection.set(lifted.selectedBefore)
          return rest
        case 'lift': {
          const places = lifted.shapes.map((shape) => movedShape(shape, offset(lifted, gesture.at)))
          if (places.length > 0) wall.act('place-shapes', { places })
          letGo(live)
          return rest
        }
        case 'drag': {
          const by = offset(lifted, gesture.at)
          const held = lifted.shapes.flatMap(({ id }) => scene.piece(id) ?? [])
          live.drag.set(
            new Map(held.map(({ id, rect }) => [id, [rect.x + by.x, rect.y + by.y, rect.w, rect.h] as Place])),
          )
          return state
        }
        case 'press':
        case 'hover':
          return state
      }
    },
  }
  return state
}
