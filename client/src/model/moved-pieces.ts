import type { MomentId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End, Shape } from '@momentous/shared/domain/shape'
import type { Stroke } from '@momentous/shared/domain/stroke'
import type { Point } from '@momentous/shared/scene/geometry'
import type { Scene } from '@momentous/shared/scene/scene'
import type { Wall } from './wall.ts'

interface Where {
  readonly wall: Pick<Wall, 'shape' | 'stroke'>
  readonly scene: Pick<Scene, 'note'>
}

/** A connector that holds on at both ends only follows what it holds on to. */
function movesAlone(shape: Shape): boolean {
  return shape.kind !== 'connector' || 'point' in shape.from || 'point' in shape.to
}

/** What holds on to a piece goes on doing so, and somebody else may just have pulled it elsewhere. */
function movedEnd(end: End, { x, y }: Point): End | undefined {
  return 'at' in end ? undefined : { point: [end.point[0] + x, end.point[1] + y] }
}

/** Where the shape goes, as `place-shapes` is told. */
function movedShape(shape: Shape, by: Point) {
  const { id } = shape
  if (shape.kind === 'connector') return { id, from: movedEnd(shape.from, by), to: movedEnd(shape.to, by) }
  const [x, y, w, h] = shape.place
  return { id, place: [x + by.x, y + by.y, w, h] as [number, number, number, number] }
}

export interface Movable {
  /** Notes, and where they lie. */
  readonly notes: ReadonlyMap<MomentId, Place>
  readonly shapes: readonly Shape[]
  readonly strokes: readonly Stroke[]
}

/** What of these can be moved at all: locked pieces stay. */
export function movable(ids: Iterable<PieceId>, { wall, scene }: Where): Movable {
  const pieces = [...ids]
  const notes = pieces.flatMap((id) => scene.note(id) ?? []).filter(({ moment }) => !moment.locked)
  return {
    notes: new Map(notes.map(({ id, rect: { x, y, w, h } }) => [id, [x, y, w, h] as Place])),
    shapes: pieces.flatMap((id) => wall.shape(id) ?? []).filter((shape) => !shape.locked && movesAlone(shape)),
    strokes: pieces.flatMap((id) => wall.stroke(id) ?? []),
  }
}

/** Moves pieces of all kinds, each by its own way; stops at the first refusal. */
export function moveEach(
  { notes, shapes, strokes }: Movable,
  wayOf: (id: PieceId) => Point,
  { act }: Pick<Wall, 'act'>,
): boolean {
  const places = Array.from(notes, ([id, [x, y, w, h]]) => {
    const by = wayOf(id)
    return { id, place: [x + by.x, y + by.y, w, h] as [number, number, number, number] }
  })
  if (places.length > 0 && !act('place-moments', { places }).allowed) return false
  const shaped = shapes.map((shape) => movedShape(shape, wayOf(shape.id)))
  if (shaped.length > 0 && !act('place-shapes', { places: shaped }).allowed) return false
  const moves = strokes.map(({ id, moved: [x, y] }) => {
    const by = wayOf(id)
    return { id, moved: [x + by.x, y + by.y] as [number, number] }
  })
  return moves.length === 0 || act('move-strokes', { moves }).allowed
}

/** Puts notes and shapes to these places, in these sizes, but for what went to the bin meanwhile; stops at the first refusal. */
export function placeEach(
  places: ReadonlyMap<PieceId, Place>,
  { moment, shape, act }: Pick<Wall, 'moment' | 'shape' | 'act'>,
): boolean {
  const all = Array.from(places, ([id, [x, y, w, h]]) => ({
    id,
    place: [x, y, w, h] as [number, number, number, number],
  }))
  const notes = all.flatMap(({ id, place }) => {
    const kept = moment(id)
    return kept && !kept.removed ? { id: kept.id, place } : []
  })
  const shapes = all.flatMap(({ id, place }) => {
    const kept = shape(id)
    return kept && !kept.removed ? { id: kept.id, place } : []
  })
  if (notes.length > 0 && !act('place-moments', { places: notes }).allowed) return false
  return shapes.length === 0 || act('place-shapes', { places: shapes }).allowed
}
