import { pens } from '@momentous/shared/domain/pen'
import type { Stroke } from '@momentous/shared/domain/stroke'
import type { Remains } from '../model/cut-points.ts'
import { around, intersects, type Rect } from '@momentous/shared/scene/geometry'
import { bendsOf } from '@momentous/shared/scene/ink-curve'
import { inkWidth } from '@momentous/shared/scene/ink-scene'
import type { LiveStroke } from '../model/wall.ts'
import { isMarker, middleOf, outlineParts, type InkPart } from '@momentous/shared/drawing/ink-outline'
import type { PaintTheme } from './paint-theme.ts'

/** Below this zoom a line is drawn plainly, from point to point. */
const PLAIN_ZOOM = 0.3

const newPath = () => new Path2D()

interface Outline {
  /** The smooth shape in parts, each filled. */
  parts(): readonly InkPart<Path2D>[]
  /** The smooth middle of the line, to be stroked. */
  middle(): Path2D
  /** The same line straight from point to point, for when it is small. */
  plain(): Path2D
}

/** The points of a stroke never change, so its outline is made once; where it was moved to doesn't matter for that. */
const outlines = new WeakMap<readonly number[], Outline>()

function outlineOf(stroke: LiveStroke): Outline {
  const { points } = stroke
  const known = outlines.get(points)
  if (known) return known
  let parts: readonly InkPart<Path2D>[] | null = null
  let middle: Path2D | null = null
  let plain: Path2D | null = null
  const made = {
    parts: () => (parts ??= outlineParts(stroke, newPath)),
    middle: () => (middle ??= middleOf(bendsOf(points), points, newPath())),
    plain: () => (plain ??= plainPath(points)),
  }
  outlines.set(points, made)
  return made
}

function plainPath(points: readonly number[]): Path2D {
  const path = new Path2D()
  path.moveTo(points[0] ?? 0, points[1] ?? 0)
  if (points.length <= 3) path.lineTo(points[0] ?? 0, points[1] ?? 0)
  for (let i = 3; i + 1 < points.length; i += 3) path.lineTo(points[i] ?? 0, points[i + 1] ?? 0)
  return path
}

export interface InkPaint {
  readonly theme: PaintTheme
  readonly zoom: number
  /** Nothing outside of this part of the board needs to be painted. */
  readonly part: Rect | null
}

/** A highlighter leaves the words under it readable: it darkens paper by day and lightens it by night. */
export function setPen(ctx: CanvasRenderingContext2D, stroke: LiveStroke, theme: PaintTheme, strength: number): void {
  const { colour, opacity } = pens[stroke.pen]
  ctx.globalAlpha = opacity * strength
  ctx.globalCompositeOperation = isMarker(stroke) ? (theme.dark ? 'lighten' : 'multiply') : 'source-over'
  ctx.fillStyle = theme.token(colour)
  ctx.strokeStyle = theme.token(colour)
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.lineWidth = inkWidth(stroke)
}

/** A line where it was drawn; `strength` below 1 for one that is about to go. */
function paintLine(ctx: CanvasRenderingContext2D, stroke: LiveStroke, strength: number, paint: InkPaint): void {
  const { theme, zoom, part } = paint
  const outline = outlineOf(stroke)
  setPen(ctx, stroke, theme, strength)
  if (zoom < PLAIN_ZOOM) {
    ctx.lineWidth = Math.max(inkWidth(stroke), 1 / zoom)
    ctx.stroke(outline.plain())
  } else if (isMarker(stroke)) ctx.stroke(outline.middle())
  else {
    for (const { paths, bounds } of seeThrough(outline.parts(), strength)) {
      if (part === null || intersects(bounds, part)) for (const path of paths) ctx.fill(path)
    }
  }
}

const nowhere: Rect = { x: 0, y: 0, w: 0, h: 0 }
const joined = new WeakMap<readonly InkPart<Path2D>[], readonly InkPart<Path2D>[]>()

/** Parts overlap where they meet, and there a line that can be seen through would be darker: it is one shape. */
function seeThrough(parts: readonly InkPart<Path2D>[], strength: number): readonly InkPart<Path2D>[] {
  if (strength === 1) return parts
  const known = joined.get(parts)
  if (known) return known
  const path = new Path2D()
  for (const each of parts.flatMap(({ paths }) => paths)) path.addPath(each)
  const made = [{ paths: [path], bounds: around(parts.map(({ bounds }) => bounds)) ?? nowhere }]
  joined.set(parts, made)
  return made
}

/** A stroke at rest; one that an eraser has touched is faint but for what will be left of it. */
export function paintStroke(
  ctx: CanvasRenderingContext2D,
  stroke: Stroke,
  strength: number,
  remains: Remains,
  paint: InkPaint,
): void {
  const [x, y] = stroke.moved
  const { part } = paint
  const local = { ...paint, part: part && { ...part, x: part.x - x, y: part.y - y } }
  ctx.save()
  ctx.translate(x, y)
  paintLine(ctx, stroke, strength, local)
  // What is left lies on the faint whole: of a highlighter both would be seen.
  const rest = isMarker(stroke) ? 1 - strength : 1
  for (const points of remains) paintLine(ctx, { ...stroke, points }, rest, local)
  ctx.restore()
}

/** A line that somebody else is still drawing: so much of it as travels. */
export function paintPeerInk(ctx: CanvasRenderingContext2D, stroke: LiveStroke, theme: PaintTheme): void {
  ctx.save()
  setPen(ctx, stroke, theme, 1)
  ctx.globalCompositeOperation = 'source-over'
  if (isMarker(stroke)) ctx.stroke(middleOf(bendsOf(stroke.points), stroke.points, newPath()))
  else for (const path of outlineParts(stroke, newPath).flatMap(({ paths }) => paths)) ctx.fill(path)
  ctx.restore()
}
