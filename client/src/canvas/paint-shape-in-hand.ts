import type { PieceId } from '@momentous/shared/domain/piece'
import { connectorPath } from '../model/connector-path.ts'
import { rectOfEnd } from '../model/shape-scene.ts'
import type { ShapeInHand } from '../tools/bench.ts'
import { paintGround } from './area-painter.ts'
import { paintPath } from './connector-painter.ts'
import type { Look } from './piece-painters.ts'

/** The shape that is being drawn out, as it will be. */
export function paintShapeInHand(ctx: CanvasRenderingContext2D, shape: ShapeInHand, look: Look): void {
  if (shape.kind === 'area') return paintGround(ctx, shape.rect, 'ink', look)
  const rectOf = (id: PieceId) => look.scene.piece(id)?.rect
  const from = rectOfEnd(shape.from, rectOf)
  const to = rectOfEnd(shape.to, rectOf)
  if (from && to) paintPath(ctx, connectorPath(from, to), 'ink', look)
}

/** What a connector would hold on to if it were let go now. */
export function endsInHand(shape: ShapeInHand | null): readonly PieceId[] {
  if (shape?.kind !== 'connector') return []
  return [shape.from, shape.to].flatMap((end) => ('at' in end ? end.at : []))
}
