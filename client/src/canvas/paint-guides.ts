import type { Point } from '@momentous/shared/scene/geometry'
import type { Guide } from '../model/guide.ts'
import type { PaintTheme } from './paint-theme.ts'

/** How far a guide sticks out at both ends. */
const OUT = 8

/** How far the borders of a gap stick out to both sides. */
const BORDER = 5

/** The lines on which what is in the hand lies with others, and the gaps that are the same. */
export function paintGuides(
  ctx: CanvasRenderingContext2D,
  guides: readonly Guide[],
  toScreen: (at: Point) => Point,
  theme: PaintTheme,
): void {
  if (guides.length === 0) return
  ctx.strokeStyle = theme.accent
  // A gap that is there twice is stronger than the line on which its pieces lie.
  for (const gaps of [false, true]) {
    ctx.lineWidth = gaps ? 2 : 1
    ctx.beginPath()
    addGuides(
      ctx,
      guides.filter(({ gap = false }) => gap === gaps),
      toScreen,
    )
    ctx.stroke()
  }
}

function addGuides(ctx: CanvasRenderingContext2D, guides: readonly Guide[], toScreen: (at: Point) => Point): void {
  for (const { upright, at, from, to, gap } of guides) {
    const [start, end] = upright
      ? [toScreen({ x: at, y: from }), toScreen({ x: at, y: to })]
      : [toScreen({ x: from, y: at }), toScreen({ x: to, y: at })]
    const [x, y] = [Math.round(start.x) + 0.5, Math.round(start.y) + 0.5]
    const out = gap ? 0 : OUT
    if (upright) {
      ctx.moveTo(x, start.y - out)
      ctx.lineTo(x, end.y + out)
    } else {
      ctx.moveTo(start.x - out, y)
      ctx.lineTo(end.x + out, y)
    }
    if (gap) for (const spot of [start, end]) addBorder(ctx, spot, upright)
  }
}

function addBorder(ctx: CanvasRenderingContext2D, { x, y }: Point, upright: boolean): void {
  const [along, across] = upright ? [BORDER, 0] : [0, BORDER]
  ctx.moveTo(Math.round(x) + 0.5 - along, Math.round(y) + 0.5 - across)
  ctx.lineTo(Math.round(x) + 0.5 + along, Math.round(y) + 0.5 + across)
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
