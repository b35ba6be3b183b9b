import { LANE_TOP } from '@momentous/shared/board/timeline'
import { centre, contains, type Point, type Rect } from '../model/geometry.ts'
import { dotOf } from '../model/note-scene.ts'
import type { Scene } from '../model/scene.ts'
import { wallWords } from '../words/canvas.ts'
import type { ShownNote } from './shown-note.ts'
import type { PaintTheme } from './paint-theme.ts'
import { font } from './paint-type.ts'

const LINE = 1.5
const DOT = 11
/** Numbers need this much room between dots on the screen. */
const NUMBER_MIN_PX = 32
const SMALL_DOT = 3
/** A longer stem becomes a thin dashed lead. */
const STEM_MAX = 240
/** How much of a lead shows when its dot is out of sight: dashes over the whole wall would cost more than all notes. */
const LEAD_STUB = 60
const LANE_LABEL = { line: LANE_TOP - 45 - LANE_TOP, words: 20 - 45 } as const

interface TimelinePaint {
  readonly theme: PaintTheme
  readonly zoom: number
  /** The part of the board in sight. */
  readonly view: Rect
}

/** The line, the stems and the lane: everything that lies under the notes. */
export function paintLine(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  notes: readonly ShownNote[],
  paint: TimelinePaint,
): void {
  const axis = scene.axis()
  const { theme, zoom } = paint
  ctx.lineWidth = Math.max(LINE, 1 / zoom)
  ctx.strokeStyle = theme.ink2
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.beginPath()
  ctx.moveTo(axis.from, 0)
  ctx.lineTo(axis.to, 0)
  ctx.moveTo(axis.to - 8, -6)
  ctx.lineTo(axis.to, 0)
  ctx.lineTo(axis.to - 8, 6)
  ctx.stroke()
  paintStems(ctx, notes, paint)
  if (axis.lane !== null) paintLane(ctx, scene, notes, axis.lane, paint)
}

/** From the dot to the nearest spot of its note. */
function stemEnd({ x, y, w, h }: Rect, dot: Point): Point {
  return { x: Math.min(x + w, Math.max(x, dot.x)), y: y > 0 ? y : Math.min(0, y + h) }
}

function towards(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function paintStems(ctx: CanvasRenderingContext2D, notes: readonly ShownNote[], { theme, view }: TimelinePaint): void {
  const leads: [Point, Point][] = []
  ctx.beginPath()
  for (const { note, rect } of notes) {
    if (note.number === null) continue
    const dot = { x: dotOf(note.number), y: 0 }
    const end = stemEnd(rect, dot)
    const length = Math.hypot(end.x - dot.x, end.y)
    if (length > STEM_MAX) leads.push([contains(view, dot) ? dot : towards(end, dot, LEAD_STUB / length), end])
    else {
      ctx.moveTo(dot.x, 0)
      ctx.lineTo(end.x, end.y)
    }
  }
  ctx.stroke()
  if (leads.length === 0) return
  ctx.save()
  ctx.strokeStyle = theme.ink3
  ctx.lineWidth = 1
  ctx.setLineDash([4, 4])
  ctx.beginPath()
  for (const [from, to] of leads) {
    ctx.moveTo(from.x, from.y)
    ctx.lineTo(to.x, to.y)
  }
  ctx.stroke()
  ctx.restore()
}

function paintLane(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  notes: readonly ShownNote[],
  top: number,
  { theme }: TimelinePaint,
): void {
  const { from, to } = scene.axis()
  ctx.save()
  ctx.strokeStyle = theme.hairline
  ctx.beginPath()
  ctx.moveTo(from, top + LANE_LABEL.line)
  ctx.lineTo(to, top + LANE_LABEL.line)
  ctx.stroke()
  ctx.fillStyle = theme.ink2
  ctx.font = font(500, 13)
  ctx.textBaseline = 'middle'
  ctx.fillText(wallWords.behindTheScenes, from, top + LANE_LABEL.words)
  ctx.strokeStyle = theme.ink2
  ctx.setLineDash([4, 4])
  ctx.beginPath()
  for (const { note, rect } of notes) {
    const served = note.number === null && note.moment.serves !== null ? scene.note(note.moment.serves) : undefined
    if (!served?.number) continue
    const x = dotOf(served.number)
    const middle = centre(rect)
    ctx.moveTo(x + 3, DOT + 6)
    ctx.bezierCurveTo(x + 4, rect.y / 2, middle.x - 6, rect.y / 2, middle.x, rect.y)
  }
  ctx.stroke()
  ctx.restore()
}

/** The numbered dots. They lie above the notes' stems and keep their size on the screen. */
export function paintDots(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  filled: ReadonlySet<string>,
  { theme, zoom, view }: TimelinePaint,
): void {
  const count = scene.onTimeline()
  if (count === 0 || view.y > DOT / zoom || view.y + view.h < -DOT / zoom) return
  const step = dotOf(2)
  const first = Math.max(1, Math.floor(view.x / step))
  const last = Math.min(count, Math.ceil((view.x + view.w) / step) + 1)
  const roomy = step * zoom >= NUMBER_MIN_PX
  const radius = (roomy ? DOT : SMALL_DOT) / zoom
  const order = scene.order()
  ctx.lineWidth = LINE / zoom
  ctx.strokeStyle = theme.ink2
  ctx.font = font(600, 11.5 / zoom)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  for (let number = first; number <= last; number++) {
    const strong = filled.has(order[number - 1] ?? '')
    ctx.fillStyle = strong || !roomy ? theme.ink : theme.surface
    ctx.beginPath()
    ctx.arc(dotOf(number), 0, radius, 0, 2 * Math.PI)
    ctx.fill()
    ctx.stroke()
    if (!roomy) continue
    ctx.fillStyle = strong ? theme.paper : theme.ink
    ctx.fillText(String(number), dotOf(number), 0.5 / zoom)
  }
  ctx.textAlign = 'left'
}

/** Where a dragged note would go: an open dot on the line in the accent. */
export function paintLanding(ctx: CanvasRenderingContext2D, number: number, { theme, zoom }: TimelinePaint): void {
  const x = dotOf(number)
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 2 / zoom
  ctx.fillStyle = theme.accentSoft
  ctx.beginPath()
  ctx.arc(x, 0, (DOT + 3) / zoom, 0, 2 * Math.PI)
  ctx.fill()
  ctx.stroke()
  ctx.fillStyle = theme.accent
  ctx.font = font(600, 11.5 / zoom)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(String(number), x, 0.5 / zoom)
  ctx.textAlign = 'left'
}
