import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Scene, ScenePiece } from '@momentous/shared/scene/scene'
import type { Picture } from '../model/pictures.ts'
import type { NoteFacts } from './note-facts.ts'
import type { PaintTheme } from './paint-theme.ts'

/** What pieces are painted with, besides themselves. */
export interface Look {
  readonly theme: PaintTheme
  readonly zoom: number
  /** Only this part of the board is painted; null when nobody knows. */
  readonly part: Rect | null
  readonly scene: Scene
  facts(note: SceneNote): NoteFacts
  faded(note: SceneNote): boolean
  /** Touched by an eraser that may still be called off. */
  rubbed(id: PieceId): boolean
  /** What will be left of it then. */
  remains(id: PieceId): readonly (readonly number[])[]
  /** Somebody types into it here: the text field over it shows its words. */
  writing(id: PieceId): boolean
  /** What an image shows, as far as it is here. */
  picture(hash: string): Picture
}

/** How pieces of one kind look. Everything is painted in board units. */
export interface PiecePainter<Piece extends ScenePiece> {
  /** Paints within the piece's `bounds` and nowhere else: only those are painted again when it changes. */
  paint(ctx: CanvasRenderingContext2D, piece: Piece, look: Look): void
  /** In somebody's hand, at another place. */
  paintHeld(ctx: CanvasRenderingContext2D, piece: Piece, place: Place, look: Look): void
}

/** What a note alone is painted with. */
export type NoteLook = Pick<Look, 'theme' | 'zoom'>
