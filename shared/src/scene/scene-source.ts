import type { MomentId, ShapeId, StageId, StrokeId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Shape } from '../domain/shape.ts'
import type { Stage } from '../domain/stage.ts'
import type { Stroke } from '../domain/stroke.ts'

/** What became different; the scene and the painters look at nothing else. */
export type WallChange =
  | { readonly kind: 'moments' | 'grades' | 'ideas'; readonly ids: ReadonlySet<MomentId> }
  | { readonly kind: 'ink'; readonly ids: ReadonlySet<StrokeId> }
  | { readonly kind: 'shapes'; readonly ids: ReadonlySet<ShapeId> }
  | { readonly kind: 'stages'; readonly ids: ReadonlySet<StageId> }
  | { readonly kind: 'session' | 'ballot' | 'history' }

/** The pieces that a scene is laid out from: those of a living wall, or of a board that stands still. */
export interface SceneSource {
  moment(id: PieceId): Moment | undefined
  /** All of them, removed ones too. */
  moments(): readonly Moment[]
  strokes(): readonly Stroke[]
  stroke(id: PieceId): Stroke | undefined
  /** All of them, removed ones too. */
  shapes(): readonly Shape[]
  shape(id: PieceId): Shape | undefined
  /** All of them, removed ones too. */
  stages(): readonly Stage[]
  subscribe(listener: (change: WallChange) => void): () => void
}
