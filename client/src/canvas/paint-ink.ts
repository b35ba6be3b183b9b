import { pens } from '@momentous/shared/domain/pen'
import type { Stroke } from '@momentous/shared/domain/stroke'
import { getStroke } from 'perfect-freehand'
import { inkWidth } from '../model/ink-scene.ts'
import type { LiveStroke } from '../model/wall.ts'
import type { PaintTheme } from './paint-theme.ts'

/** Below this zoom a line is drawn plainly, out of every fourth point. */
const PLAIN_ZOOM = 0.3
const PLAIN_STEP = 4

interface Outline {
  /** The smooth shape, filled. */
  smooth(): Path2D
  /** The same line to be stroked, for when it is small. */
  plain(): Path2D
}

/** The points of a stroke never change, so its outline is made once; where it was moved to doesn't matter for that. */
const outlines = new WeakMap<readonly number[], Outline>()

function outlineOf(stroke: LiveStroke): Outline {
  const known = outlines.get(stroke.points)
  if (known) return known
  let smooth: Path2D | null = null
  let plain: Path2D | null = null
  const made = {
    smooth: () => (smooth ??= smoothPath(stroke, true)),
    plain: () => (plain ??= plainPath(stroke.points)),
  }
  outlines.set(stroke.points, made)
  return made
}

/** Devices without pressure say 0.5 throughout; then the speed of the hand stands in for it. */
function isEven(points: readonly number[]): boolean {
  for (let i = 2; i < points.length; i += 3) if (points[i] !== 0.5) return false
  return true
}

function smoothPath(stroke: LiveStroke, last: boolean): Path2D {
  const { points } = stroke
  const contacts: [number, number, number][] = []
  for (let i = 0; i + 2 < points.length; i += 3)
    contacts.push([points[i] ?? 0, points[i + 1] ?? 0, points[i + 2] ?? 0.5])
  const marker = pens[stroke.pen].scale > 1
  const outline = getStroke(contacts, {
    size: inkWidth(stroke),
    thinning: marker ? 0 : 0.45,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: !marker && isEven(points),
    last,
  })
  const path = new Path2D()
  let [fromX, fromY] = outline.at(-1) ?? [0, 0]
  outline.forEach(([x, y], index) => {
    const middle = [(fromX + x) / 2, (fromY + y) / 2] as const
    if (index === 0) path.moveTo(...middle)
    else path.quadraticCurveTo(fromX, fromY, ...middle)
    ;[fromX, fromY] = [x, y]
  })
  path.closePath()
  return path
}

function plainPath(points: readonly number[]): Path2D {
  const path = new Path2D()
  path.moveTo(points[0] ?? 0, points[1] ?? 0)
  for (let i = 3; i + 1 < points.length; i += 3 * PLAIN_STEP) path.lineTo(points[i] ?? 0, points[i + 1] ?? 0)
  path.lineTo(points.at(-3) ?? 0, points.at(-2) ?? 0)
  return path
}

interface InkPaint {
  readonly theme: PaintTheme
  readonly zoom: number
}

/** A highlighter leaves the words under it readable: it darkens paper by day and lightens it by night. */
function setPen(ctx: CanvasRenderingContext2D, { pen }: LiveStroke, theme: PaintTheme, strength: number): void {
  const { colour, opacity, scale } = pens[pen]
  ctx.globalAlpha = opacity * strength
  ctx.globalCompositeOperation = scale > 1 ? (theme.dark ? 'lighten' : 'multiply') : 'source-over'
  ctx.fillStyle = theme.token(colour)
  ctx.strokeStyle = theme.token(colour)
}

/** A stroke at rest; `strength` below 1 for one that is about to go. */
export function paintStroke(
  ctx: CanvasRenderingContext2D,
  stroke: Stroke,
  strength: number,
  { theme, zoom }: InkPaint,
): void {
  const outline = outlineOf(stroke)
  const [x, y] = stroke.moved
  ctx.save()
  ctx.translate(x, y)
  setPen(ctx, stroke, theme, strength)
  if (zoom >= PLAIN_ZOOM) ctx.fill(outline.smooth())
  else {
    ctx.lineWidth = Math.max(inkWidth(stroke), 1 / zoom)
    ctx.stroke(outline.plain())
  }
  ctx.restore()
}

/** A line that is still being drawn, here or by somebody else: its outline is made anew each frame. */
export function paintLiveInk(ctx: CanvasRenderingContext2D, stroke: LiveStroke, theme: PaintTheme): void {
  ctx.save()
  setPen(ctx, stroke, theme, 1)
  ctx.fill(smoothPath(stroke, false))
  ctx.restore()
}
