import type { Place } from '@momentous/shared/domain/moment'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import { areaPainter } from './area-painter.ts'
import { connectorPainter } from './connector-painter.ts'
import { imagePainter } from './image-painter.ts'
import { notePainter } from './note-painter.ts'
import type { Look, PiecePainter } from './piece-painter.ts'
import { strokePainter } from './stroke-painter.ts'
import { textPainter } from './text-painter.ts'

type Painters = { readonly [Kind in ScenePiece['kind']]: PiecePainter<Extract<ScenePiece, { readonly kind: Kind }>> }

/** The registry: another kind of piece is one file and one line. */
const painters: Readonly<Record<ScenePiece['kind'], PiecePainter<ScenePiece>>> = {
  note: notePainter,
  stroke: strokePainter,
  text: textPainter,
  area: areaPainter,
  connector: connectorPainter,
  image: imagePainter,
} satisfies Painters

export function paintPiece(ctx: CanvasRenderingContext2D, piece: ScenePiece, look: Look): void {
  painters[piece.kind].paint(ctx, piece, look)
}

export function paintHeldPiece(ctx: CanvasRenderingContext2D, piece: ScenePiece, place: Place, look: Look): void {
  painters[piece.kind].paintHeld(ctx, piece, place, look)
}
