import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { boardDrawing, bitmapsOf, redactedBoard } from '../canvas/board-picture.ts'
import { pngOf, type Painting } from '../canvas/picture-canvas.ts'
import type { BoardStore } from '../model/board-store.ts'
import type { WrittenFile } from '../model/form-file.ts'
import { inlineFonts } from '../model/inline-fonts.ts'
import type { PictureFormat } from '../model/picture-choice.ts'
import { inlinePictures, pictureFiles } from '../model/picture-files.ts'
import { serverPdf } from '../model/server-picture.ts'
import { pictureFileWords } from '../words/pictures.ts'

export interface PictureWish {
  readonly format: PictureFormat
  readonly part: DrawnPart
  /** Pixels for each unit of the board. */
  readonly scale: number
  readonly pages: 'one' | 'many'
  /** Without the wall behind it. */
  readonly bare: boolean
}

export type PictureWritten =
  | { readonly state: 'written'; readonly file: WrittenFile }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'stopped' }

/** Writes the board's picture; never throws. All but a PDF is written on this device. */
export async function writePicture(
  store: BoardStore,
  token: string,
  wish: PictureWish,
  painting: Painting,
): Promise<PictureWritten> {
  try {
    const content = await contentOf(store, token, wish, painting)
    if (typeof content === 'string') return { state: 'refused', reason: content }
    const { fileName } = await import('@momentous/shared/exports/file-name')
    return { state: 'written', file: { name: fileName(store.session.get().title, wish.format, 'board'), content } }
  } catch {
    if (painting.signal.aborted) return { state: 'stopped' }
    return { state: 'refused', reason: pictureFileWords.notWritten }
  }
}

/** A sentence where there is none. */
async function contentOf(
  store: BoardStore,
  token: string,
  wish: PictureWish,
  painting: Painting,
): Promise<Blob | string> {
  const shelf = { board: store.board, token }
  if (wish.format === 'pdf') {
    const answer = await serverPdf(shelf, wish.part, wish.pages, painting.signal)
    return answer.ok ? answer.content : (answer.reason ?? pictureFileWords.notWritten)
  }
  const board = redactedBoard(store)
  const whole = await boardDrawing(board, wish.format === 'html' ? { of: 'all' } : wish.part)
  const drawing = wish.bare ? { ...whole, ground: null } : whole
  const files = await pictureFiles(shelf, board)
  painting.signal.throwIfAborted()
  if (wish.format === 'png') return (await pngOf(drawing, wish.scale, await bitmapsOf(files), painting)).content
  const inline = await inlinePictures(files)
  painting.signal.throwIfAborted()
  if (wish.format === 'svg') {
    const { svgOf } = await import('@momentous/shared/exports/svg')
    return new Blob([svgOf(drawing, inline)], { type: 'image/svg+xml' })
  }
  const { boardHtml, keptInput } = await import('@momentous/shared/exports/board-html')
  const fonts = await inlineFonts(JSON.stringify(board))
  painting.signal.throwIfAborted()
  return new Blob([boardHtml(keptInput(store.board, board, store.now()), drawing, inline, fonts)], {
    type: 'text/html',
  })
}
