import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import type { StoredWish } from './desk-work.ts'
import type { PictureFiles } from './desk.ts'

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
  readonly images: PictureFiles
}

export interface DrawnPicture {
  readonly content: Uint8Array
  /** The scale that it got: a picture that would be too large for a file is made smaller. */
  readonly scale: number
}

/** What the thread is asked for. */
export interface PictureWish extends StoredWish, Omit<PictureJob, 'input' | 'images'> {}

/** A picture, and the name of the board that it is of. */
export interface TitledPicture extends DrawnPicture {
  readonly title: string
}
