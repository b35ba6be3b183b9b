import type { BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Instant } from '@momentous/shared/domain/session'
import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import type { InlinePicture } from '@momentous/shared/exports/svg'
import type { StoredContent } from '../storage/storage.ts'

export type PictureFormat = 'svg' | 'png' | 'pdf' | 'html'

/** A picture that somebody asked for, with all that is needed to draw it in a thread of its own. */
export interface PictureJob {
  /** The board, and what else the file to keep says of it. */
  readonly input: ExportInput
  readonly part: DrawnPart
  readonly format: PictureFormat
  /** Pixels for each unit of the board, or the size of an SVG. */
  readonly scale: number
  /** Without the wall behind it. */
  readonly bare?: boolean
  /** Of a PDF: all on one sheet, or cut for paper. */
  readonly pages: 'one' | 'many'
  /** The files of the pictures on the board, by what is in them. */
  readonly images: ReadonlyMap<string, PictureFile>
}

export interface PictureFile {
  readonly mediaType: InlinePicture['mediaType']
  readonly bytes: Uint8Array
}

export interface DrawnPicture {
  readonly content: Uint8Array
  /** The scale that it got: a picture that would be too large for a file is made smaller. */
  readonly scale: number
}

/** What the thread is asked for: a picture of a board as it lies on the disk, which is read there and nowhere else. */
export interface PictureWish extends Omit<PictureJob, 'input' | 'images'> {
  readonly board: BoardId
  /** Who asks: what they may not see isn't drawn. */
  readonly role: Role
  readonly content: Pick<StoredContent, 'snapshot' | 'updates'>
  readonly now: Instant
}

/** A picture, and the name of the board that it is of. */
export interface TitledPicture extends DrawnPicture {
  readonly title: string
}

/** What the thread answers: first which of the board's pictures it needs. */
export type PictureAnswer =
  | { readonly needs: readonly string[] }
  | { readonly picture: TitledPicture }
  | { readonly problem: string; readonly damaged: boolean }
