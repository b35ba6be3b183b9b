import type { Drawing } from '@momentous/shared/drawing/drawing'
import { drawingOf, type DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { redact, type RedactedBoard } from '@momentous/shared/exports/redact'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import type { BoardStore } from '../model/board-store.ts'
import type { PictureFiles } from '../model/picture-files.ts'
import { snapshotOf } from '../model/store-snapshot.ts'
import { canvasMeasure, noteFontReady } from './paint-type.ts'
import type { PictureBitmaps } from './picture-canvas.ts'

/** The board as it may leave this device now. */
export function redactedBoard(store: Pick<BoardStore, 'records' | 'session' | 'actor'>): RedactedBoard {
  return redact(snapshotOf(store), store.actor.get().role)
}

/** Its drawing, in the letters of the wall. */
export async function boardDrawing(board: RedactedBoard, part: DrawnPart): Promise<Drawing> {
  await noteFontReady()
  const measures = new Map([500, 600].map((weight) => [weight, canvasMeasure(weight)]))
  const plain = canvasMeasure()
  const measure = (text: string, size: number, weight: number) => (measures.get(weight) ?? plain)(text, size)
  return drawingOf(board, part, { fitter: createTextFitter(plain), measure })
}

/** What the browser can't read leaves its place empty. */
export async function bitmapsOf(files: PictureFiles): Promise<PictureBitmaps> {
  const bitmaps = new Map<string, ImageBitmap>()
  for (const [hash, file] of files) {
    const bitmap = await createImageBitmap(file).catch(() => null)
    if (bitmap !== null) bitmaps.set(hash, bitmap)
  }
  return bitmaps
}
