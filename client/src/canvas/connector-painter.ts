import type { Tint } from '@momentous/shared/domain/shape'
import { arrowhead, lineColour, SHAPES } from '@momentous/shared/drawing/shape-looks'
import type { ConnectorPath } from '@momentous/shared/scene/connector-path'
import { grow } from '@momentous/shared/scene/geometry'
import { isBlank, type SceneConnector } from '@momentous/shared/scene/shape-layout'
import type { PaintTheme } from './paint-theme.ts'
import type { Look, PiecePainter } from './piece-painter.ts'
import { paintWords } from './paint-words.ts'

const { line: LINE, label: LABEL } = SHAPES.connector
/** Below this zoom an arrowhead is a speck. */
const HEAD_ZOOM = 0.2

/** The line with its arrowhead. */
export function paintPath(
  ctx: CanvasRenderingContext2D,
  path: ConnectorPath,
  tint: Tint,
  { theme, zoom }: { readonly theme: PaintTheme; readonly zoom: number },
): void {
  const { start, leaving, arriving, end } = path
  const { neck, sides } = arrowhead(path)
  ctx.strokeStyle = lineColour(tint, theme)
  ctx.fillStyle = ctx.strokeStyle
  ctx.lineWidth = Math.min(5, Math.max(LINE, 1.2 / zoom))
  ctx.lineCap = 'round'
  ctx.beginPath()
  ctx.moveTo(start.x, start.y)
  ctx.bezierCurveTo(leaving.x, leaving.y, arriving.x, arriving.y, neck.x, neck.y)
  ctx.stroke()
  ctx.lineCap = 'butt'
  if (zoom < HEAD_ZOOM) return
  ctx.beginPath()
  ctx.moveTo(end.x, end.y)
  for (const { x, y } of sides) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.fill()
}

function paint(ctx: CanvasRenderingContext2D, { id, shape, path, box, layout }: SceneConnector, look: Look): void {
  const { theme, zoom } = look
  paintPath(ctx, path, shape.tint, look)
  if (isBlank(shape.words)) return
  const { x, y, w, h } = grow(box, LABEL.pad)
  ctx.fillStyle = theme.paper
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, LABEL.corner)
  ctx.fill()
  if (!look.writing(id)) paintWords(ctx, layout, box, { colour: theme.ink, zoom })
}

/** An arrow from piece to piece; its label stands in the middle, on a bit of bare wall. In a hand it is a line that follows. */
export const connectorPainter: PiecePainter<SceneConnector> = { paint, paintHeld: () => undefined }
