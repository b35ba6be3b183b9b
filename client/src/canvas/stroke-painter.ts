import type { SceneStroke } from '@momentous/shared/scene/ink-scene'
import { paintStroke } from './paint-ink.ts'
import type { PiecePainter } from './piece-painter.ts'

const RUBBED = 0.25

export const strokePainter: PiecePainter<SceneStroke> = {
  paint: (ctx, { id, stroke }, look) => paintStroke(ctx, stroke, look.rubbed(id) ? RUBBED : 1, look.remains(id), look),
  paintHeld(ctx, { stroke, rect }, [x, y], look) {
    ctx.save()
    ctx.translate(x - rect.x, y - rect.y)
    paintStroke(ctx, stroke, 1, [], { ...look, part: null })
    ctx.restore()
  },
}
