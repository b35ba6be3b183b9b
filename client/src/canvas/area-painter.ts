import { tokenOfTint, type Tint } from '@momentous/shared/domain/shape'
import { areaEdge, groundStrength, SHAPES } from '@momentous/shared/drawing/shape-looks'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { SceneArea } from '@momentous/shared/scene/shape-layout'
import type { PaintTheme } from './paint-theme.ts'
import type { Look, PiecePainter } from './piece-painter.ts'
import { paintWords } from './paint-words.ts'

const { corner: CORNER, line: LINE } = SHAPES.area

/** The tinted ground and its thin edge. */
export function paintGround(
  ctx: CanvasRenderingContext2D,
  { x, y, w, h }: Rect,
  tint: Tint,
  { theme, zoom }: { readonly theme: PaintTheme; readonly zoom: number },
): void {
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, Math.min(CORNER, w / 2, h / 2))
  ctx.globalAlpha = groundStrength(tint, theme)
  ctx.fillStyle = theme.token(tokenOfTint(tint))
  ctx.fill()
  const { strength, colour } = areaEdge(tint, theme)
  ctx.globalAlpha = strength
  ctx.strokeStyle = colour
  ctx.lineWidth = Math.min(3, Math.max(LINE, 1 / zoom))
  ctx.stroke()
  ctx.restore()
}

function paint(ctx: CanvasRenderingContext2D, { id, shape, rect, box, layout }: SceneArea, look: Look): void {
  paintGround(ctx, rect, shape.tint, look)
  if (!look.writing(id)) paintWords(ctx, layout, box, { colour: look.theme.ink, zoom: look.zoom })
}

/** A named part of the wall: a tinted ground under notes, a thin edge, the title above it. */
export const areaPainter: PiecePainter<SceneArea> = {
  paint,
  paintHeld(ctx, piece, place, look) {
    const held = look.scene.lying(piece, place)
    if (held.kind === 'area') paint(ctx, held, look)
  },
}
