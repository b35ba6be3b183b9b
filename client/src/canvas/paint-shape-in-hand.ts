import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import { connectorPath } from '@momentous/shared/scene/connector-path'
import type { Rect } from '@momentous/shared/scene/geometry'
import { rectOfEnd } from '@momentous/shared/scene/shape-scene'
import type { ShapeInHand } from '../tools/bench.ts'
import { paintGround } from './area-painter.ts'
import { paintPath } from './connector-painter.ts'
import type { Look } from './piece-painter.ts'
import { paintPiece } from './piece-painters.ts'

/** The shape that is being drawn out, as it will be. */
export function paintShapeInHand(
  ctx: CanvasRenderingContext2D,
  shape: ShapeInHand,
  rectOf: (id: PieceId) => Rect | undefined,
  look: Look,
): void {
  if (shape.kind === 'area') return paintGround(ctx, shape.rect, 'ink', look)
  const { of } = shape
  if (of) return paintPiece(ctx, look.scene.tied({ ...of, shape: { ...of.shape, ...endsOf(shape) } }, rectOf), look)
  const from = rectOfEnd(shape.from, rectOf)
  const to = rectOfEnd(shape.to, rectOf)
  if (from && to) paintPath(ctx, connectorPath(from, to), 'ink', look)
}

const endsOf = ({ from, to }: { readonly from: End; readonly to: End }) => ({ from, to })
