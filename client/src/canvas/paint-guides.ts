import type { Point } from '../model/geometry.ts'
import type { Guide } from '../model/snapping.ts'
import type { PaintTheme } from './paint-theme.ts'

/** How far a guide sticks out at both ends. */
const OUT = 8

/** The lines on which what is in the hand lies with others. */
export function paintGuides(
  ctx: CanvasRenderingContext2D,
  guides: readonly Guide[],
  toScreen: (at: Point) => Point,
  theme: PaintTheme,
): void {
  if (guides.length === 0) return
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 1
  ctx.beginPath()
  for (const { upright, at, from, to } of guides) {
    const [start, end] = upright
      ? [toScreen({ x: at, y: from }), toScreen({ x: at, y: to })]
      : [toScreen({ x: from, y: at }), toScreen({ x: to, y: at })]
    const [x, y] = [Math.round(start.x) + 0.5, Math.round(start.y) + 0.5]
    if (upright) {
      ctx.moveTo(x, start.y - OUT)
      ctx.lineTo(x, end.y + OUT)
    } else {
      ctx.moveTo(start.x - OUT, y)
      ctx.lineTo(end.x + OUT, y)
    }
  }
  ctx.stroke()
}

/** The line around what is to be selected, and what it surrounds. */
export function paintLasso(ctx: CanvasRenderingContext2D, line: readonly Point[], theme: PaintTheme): void {
  if (line.length === 0) return
  ctx.beginPath()
  for (const { x, y } of line) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.save()
  ctx.globalAlpha = 0.35
  ctx.fillStyle = theme.accentSoft
  ctx.fill()
  ctx.restore()
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 1
  ctx.stroke()
}
