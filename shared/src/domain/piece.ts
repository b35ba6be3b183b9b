import type { GroupId, MomentId, ShapeId, StrokeId } from './id.ts'

/** Anything on the wall that can be selected: a moment's note, a shape, a stroke. No two pieces of a board share an id. */
export type PieceId = MomentId | ShapeId | StrokeId
export type PieceKind = 'moment' | 'shape' | 'stroke'

/** What every piece has: how it goes together with others, and what it lies on. */
export interface Arranged {
  readonly group: GroupId | null
  /** Fractional order key from back to front; null for a piece that nobody has put anywhere (see depth.ts). */
  readonly z: string | null
}
