import { snapshot } from '@momentous/shared/board/read'
import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { redact } from '@momentous/shared/exports/redact'
import { boardDrawing } from '../../client/src/canvas/board-picture.ts'
import { pngOf } from '../../client/src/canvas/picture-canvas.ts'
import type { LiveBoard } from './live-board.ts'
import { manyNotes } from './many-notes.ts'
import { pictureBoard } from './picture-board.ts'

const untilDone = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** Pictures of a live board as its device draws them. */
export function boardPictures({ board }: LiveBoard) {
  const draw = (part: DrawnPart) => boardDrawing(redact(snapshot(board), 'participant'), part)
  const png = async (part: DrawnPart) => (await pngOf(await draw(part), 1, new Map(), untilDone())).content
  return {
    /** How many pixels of the wall, as it lies there at rest at full size, look different in its picture, and how many it has. */
    async differences(area: { x: number; y: number; w: number; h: number }) {
      const wall = document.querySelector<HTMLCanvasElement>('.wall canvas')
      const [shown, drawn] = [
        await onPaper(wall, area),
        await onPaper(await createImageBitmap(await png({ of: 'area', area })), area),
      ]
      let [different, painted] = [0, 0]
      for (let at = 0; at < shown.length; at += 4) {
        const apart = Math.max(
          ...[0, 1, 2].map((channel) => Math.abs((shown[at + channel] ?? 0) - (drawn[at + channel] ?? 0))),
        )
        if (apart > 48) different++
        if (Math.abs((shown[at] ?? 0) - (shown[0] ?? 0)) > 8) painted++
      }
      return { different, painted }
    },
    /** What is written on a picture of every kind of piece, line by line. */
    async lines() {
      const { marks } = await boardDrawing(redact(pictureBoard(), 'participant'), { of: 'all' })
      return marks.flatMap((mark) => (mark.kind === 'words' ? mark.text : []))
    },
    /** Draws and packs a board of so many notes; answers how long that took, how often it let others in, and its size. */
    async many(count: number) {
      const started = performance.now()
      let [slices, last, longest] = [0, performance.now(), 0]
      const drawing = await boardDrawing(redact(manyNotes(count), 'participant'), { of: 'all' })
      last = performance.now()
      const onProgress = () => {
        slices++
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }
      const { content, scale } = await pngOf(drawing, 2, new Map(), {
        signal: new AbortController().signal,
        onProgress,
      })
      const { width } = await createImageBitmap(content)
      return { took: performance.now() - started, marks: drawing.marks.length, slices, longest, scale, width }
    },
    /** Stops a picture at its first sign of progress; answers what it is stopped with. */
    async stopped(count: number) {
      const stopping = new AbortController()
      const drawing = await boardDrawing(redact(manyNotes(count), 'participant'), { of: 'all' })
      return pngOf(drawing, 2, new Map(), { signal: stopping.signal, onProgress: () => stopping.abort() }).then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? error.name : 'else'),
      )
    },
  }
}

/** A layer on the wall's paper, in pixels of the picture. */
async function onPaper(
  layer: CanvasImageSource | null,
  { w, h }: { w: number; h: number },
): Promise<Uint8ClampedArray> {
  const canvas = new OffscreenCanvas(w, h)
  const ctx = canvas.getContext('2d')
  if (!ctx || layer === null) throw new Error('There is nothing to compare.')
  ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper')
  ctx.fillRect(0, 0, w, h)
  ctx.drawImage(layer, 0, 0)
  return ctx.getImageData(0, 0, w, h).data
}
