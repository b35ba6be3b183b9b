import { lineColour, paperOf, SHAPES } from '@momentous/shared/drawing/shape-looks'
import type { SceneText } from '@momentous/shared/scene/shape-layout'
import type { Look, PiecePainter } from './piece-painter.ts'
import { paintWords } from './paint-words.ts'

function paint(ctx: CanvasRenderingContext2D, { id, shape, rect, box, layout }: SceneText, look: Look): void {
  const { theme, zoom } = look
  const paper = paperOf(shape.tint)
  if (paper !== null) {
    ctx.fillStyle = theme.note.papers[paper]
    ctx.beginPath()
    ctx.roundRect(rect.x, rect.y, rect.w, rect.h, SHAPES.text.corner)
    ctx.fill()
  }
  if (look.writing(id)) return
  paintWords(ctx, layout, box, { colour: paper === null ? lineColour(shape.tint, theme) : theme.note.ink, zoom })
}

/** Words on the bare wall, in a colour; in a paper's colour they stand on a strip of it. */
export const textPainter: PiecePainter<SceneText> = {
  paint,
  paintHeld(ctx, piece, place, look) {
    const held = look.scene.lying(piece, place)
    if (held.kind === 'text') paint(ctx, held, look)
  },
}
