import type { Tint } from '@momentous/shared/domain/shape'
import type { ConnectorPath } from '@momentous/shared/scene/connector-path'
import { grow } from '@momentous/shared/scene/geometry'
import { isBlank, type SceneConnector } from '@momentous/shared/scene/shape-layout'
import type { PaintTheme } from './paint-theme.ts'
import type { Look, PiecePainter } from './piece-painters.ts'
import { lineColour, paintWords } from './paint-words.ts'

const LINE = 2
const HEAD = { length: 11, half: 5 } as const
const LABEL_CORNER = 4
/** Below this zoom an arrowhead is a speck. */
const HEAD_ZOOM = 0.2

/** The line with its arrowhead. */
export function paintPath(
  ctx: CanvasRenderingContext2D,
  { start, leaving, arriving, end }: ConnectorPath,
  tint: Tint,
  { theme, zoom }: { readonly theme: PaintTheme; readonly zoom: number },
): void {
  const angle = Math.atan2(end.y - arriving.y, end.x - arriving.x)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const neck = { x: end.x - cos * HEAD.length * 0.7, y: end.y - sin * HEAD.length * 0.7 }
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
  const back = { x: end.x - cos * HEAD.length, y: end.y - sin * HEAD.length }
  ctx.beginPath()
  ctx.moveTo(end.x, end.y)
  ctx.lineTo(back.x - sin * HEAD.half, back.y + cos * HEAD.half)
  ctx.lineTo(back.x + sin * HEAD.half, back.y - cos * HEAD.half)
  ctx.closePath()
  ctx.fill()
}

function paint(ctx: CanvasRenderingContext2D, { id, shape, path, box, layout }: SceneConnector, look: Look): void {
  const { theme, zoom } = look
  paintPath(ctx, path, shape.tint, look)
  if (isBlank(shape.words)) return
  const { x, y, w, h } = grow(box, 4)
  ctx.fillStyle = theme.paper
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, LABEL_CORNER)
  ctx.fill()
  if (!look.writing(id)) paintWords(ctx, layout, box, { colour: theme.ink, zoom })
}

/** An arrow from piece to piece; its label stands in the middle, on a bit of bare wall. In a hand it is a line that follows. */
export const connectorPainter: PiecePainter<SceneConnector> = { paint, paintHeld: () => undefined }
