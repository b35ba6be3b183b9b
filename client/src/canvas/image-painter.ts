import { SHAPES } from '@momentous/shared/drawing/shape-looks'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { SceneImage } from '@momentous/shared/scene/shape-layout'
import { imageWords } from '../words/shape-tools.ts'
import { font } from './paint-type.ts'
import type { Look, PiecePainter } from './piece-painter.ts'

/** Below this zoom a placeholder says nothing. */
const WORDS_ZOOM = 0.5
const PAD = 12

function paintAt(ctx: CanvasRenderingContext2D, { shape }: SceneImage, rect: Rect, look: Look): void {
  const { x, y, w, h } = rect
  const picture = look.picture(shape.image.hash)
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, SHAPES.image.corner)
  ctx.clip()
  if (typeof picture === 'string') paintPlaceholder(ctx, rect, imageWords[picture], look)
  else {
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(picture, x, y, w, h)
  }
  ctx.restore()
}

/** Where a picture will lie that is on its way. */
export function paintComing(ctx: CanvasRenderingContext2D, rect: Rect, look: Look): void {
  paintPlaceholder(ctx, rect, imageWords.coming, look)
}

/** A quiet ground as large as the image will be, and a sentence. */
function paintPlaceholder(
  ctx: CanvasRenderingContext2D,
  { x, y, w, h }: Rect,
  sentence: string,
  { theme, zoom }: Look,
): void {
  ctx.fillStyle = theme.token('sunken')
  ctx.fillRect(x, y, w, h)
  ctx.strokeStyle = theme.edge
  ctx.lineWidth = 1
  ctx.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1)
  if (zoom < WORDS_ZOOM) return
  ctx.font = font(500, 13)
  ctx.fillStyle = theme.ink2
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = 'left'
  ctx.fillText(sentence, x + PAD, y + PAD + 12)
}

export const imagePainter: PiecePainter<SceneImage> = {
  paint: (ctx, piece, look) => paintAt(ctx, piece, piece.rect, look),
  paintHeld: (ctx, piece, [x, y, w, h], look) => paintAt(ctx, piece, { x, y, w, h }, look),
}
