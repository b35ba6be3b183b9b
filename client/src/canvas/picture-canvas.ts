import type { Drawing } from '@momentous/shared/drawing/drawing'
import { paintMarks, type Paintbox } from '@momentous/shared/drawing/paint-marks'
import { pixelsAt, scaleThatFits } from '@momentous/shared/drawing/picture-scale'
import { font } from './paint-type.ts'

/** The images of the board that are at hand, by what is in them. */
export type PictureBitmaps = ReadonlyMap<string, ImageBitmap>

/** How far it is, and a way to stop it. */
export interface Painting {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  onProgress(share: number): void
}

export interface PaintedPicture {
  readonly content: Blob
  /** The scale that it got. */
  readonly scale: number
}

/** A page that works for longer without a pause doesn't answer to its person; in milliseconds. */
const SLICE = 12
/** Marks are painted so many at once before anybody looks at the clock. */
const MARKS = 100
/** What the smallest devices give a canvas. */
const PIXELS_LEAST = 4_000_000

/** A drawing as PNG, in slices of time; throws what the signal says when it is stopped. */
export async function pngOf(
  drawing: Drawing,
  wish: number,
  bitmaps: PictureBitmaps,
  painting: Painting,
): Promise<PaintedPicture> {
  const { canvas, ctx, scale } = largestCanvas(drawing, wish)
  const { x, y } = drawing.bounds
  layGround(ctx, drawing, canvas.width, canvas.height)
  ctx.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
  const paintbox = paintboxOf(bitmaps)
  let pause = performance.now() + SLICE
  for (let from = 0; from < drawing.marks.length; from += MARKS) {
    paintMarks(ctx, drawing, paintbox, [from, from + MARKS])
    if (performance.now() < pause) continue
    painting.onProgress(from / drawing.marks.length)
    await new Promise((resolve) => setTimeout(resolve))
    painting.signal.throwIfAborted()
    pause = performance.now() + SLICE
  }
  painting.onProgress(1)
  const content = await blobOf(canvas)
  painting.signal.throwIfAborted()
  return { content, scale }
}

/** The same small, to look at: as large as the canvas is. */
export function paintPreview(canvas: HTMLCanvasElement, drawing: Drawing, bitmaps: PictureBitmaps): void {
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  const { x, y, w, h } = drawing.bounds
  const scale = Math.min(canvas.width / w, canvas.height / h)
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.clearRect(0, 0, canvas.width, canvas.height)
  ctx.setTransform(scale, 0, 0, scale, (canvas.width - w * scale) / 2, (canvas.height - h * scale) / 2)
  ctx.beginPath()
  ctx.rect(0, 0, w, h)
  ctx.clip()
  layGround(ctx, drawing, w, h)
  ctx.translate(-x, -y)
  paintMarks(ctx, drawing, paintboxOf(bitmaps))
}

/** The wall behind everything; without it what was there before to try the canvas goes. */
function layGround(ctx: CanvasRenderingContext2D, { ground }: Drawing, w: number, h: number): void {
  if (ground === null) return ctx.clearRect(0, 0, w, h)
  ctx.fillStyle = ground
  return ctx.fillRect(0, 0, w, h)
}

function paintboxOf(bitmaps: PictureBitmaps): Paintbox<Path2D, CanvasImageSource> {
  const paths = new Map<string, Path2D>()
  return {
    pathOf(outline) {
      const path = paths.get(outline) ?? new Path2D(outline)
      paths.set(outline, path)
      return path
    },
    pictureOf: (hash) => bitmaps.get(hash),
    fontOf: font,
  }
}

/** A device that has less room for canvases than others gives one that stays empty: then a smaller one. */
function largestCanvas({ bounds }: Drawing, wish: number) {
  let pixels: number | undefined
  for (;;) {
    const scale = scaleThatFits(bounds, wish, pixels)
    const canvas = document.createElement('canvas')
    Object.assign(canvas, pixelsAt(bounds, scale))
    const ctx = canvas.getContext('2d')
    ctx?.fillRect(0, 0, 1, 1)
    if (ctx?.getImageData(0, 0, 1, 1).data[3] === 255) return { canvas, ctx, scale }
    pixels = (canvas.width * canvas.height) / 2
    if (pixels < PIXELS_LEAST) throw new Error('This device has no room for a picture.')
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be packed.'))),
      'image/png',
    ),
  )
}
