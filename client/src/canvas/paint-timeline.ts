import { centre, type Point, type Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Scene } from '@momentous/shared/scene/scene'
import { dotOf, outOf, stemOf, type Stem } from '@momentous/shared/scene/stem'
import { BEHIND_LINE, BEHIND_WORDS, TIMELINE } from '@momentous/shared/scene/timeline-shape'
import { wallWords } from '../words/canvas.ts'
import type { PaintTheme } from './paint-theme.ts'
import { font } from './paint-type.ts'

const { line: LINE, dot: DOT } = TIMELINE
/** Numbers need this much room between dots on the screen. */
const NUMBER_MIN_PX = 32
const SMALL_DOT = 3
/** Half as high as the line's arrow, with its width. */
const ARROW = 12
const LEAD_ZOOM = 0.3

export interface TimelinePaint {
  readonly theme: PaintTheme
  readonly zoom: number
  /** The part of the board in sight. */
  readonly view: Rect
}

/** The line, the stems and the lane: everything that lies under the notes. */
export function paintLine(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  notes: readonly SceneNote[],
  paint: TimelinePaint,
): void {
  const { axis, zoom } = { axis: scene.axis(), zoom: paint.zoom }
  ctx.save()
  ctx.lineWidth = Math.max(LINE, 1 / zoom)
  ctx.strokeStyle = paint.theme.ink2
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  if (paint.view.y < ARROW && paint.view.y + paint.view.h > -ARROW) {
    ctx.beginPath()
    ctx.moveTo(axis.from, 0)
    ctx.lineTo(axis.to, 0)
    ctx.moveTo(axis.to - 8, -6)
    ctx.lineTo(axis.to, 0)
    ctx.lineTo(axis.to - 8, 6)
    ctx.stroke()
  }
  paintStems(
    ctx,
    notes.flatMap(({ number, rect }) => (number === null ? [] : stemOf(number, rect))),
    paint,
  )
  if (axis.lane !== null) paintLane(ctx, scene, notes, axis.lane, paint)
  ctx.restore()
}

/**
 * The lines from notes to their dots, one by one: where they cross, their edges must not depend on which others are
 * painted with them.
 */
export function paintStems(ctx: CanvasRenderingContext2D, stems: readonly Stem[], paint: TimelinePaint): void {
  const { theme, zoom } = paint
  ctx.lineWidth = Math.max(LINE, 1 / zoom)
  ctx.strokeStyle = theme.ink2
  ctx.lineCap = 'round'
  const hidden = dotRadius(zoom)
  for (const { from, to, lead } of stems) if (!lead) strokeLine(ctx, outOf(from, to, hidden), to)
  // From far away nobody sees where a lead points.
  if (zoom < LEAD_ZOOM) return
  ctx.save()
  ctx.lineCap = 'butt'
  ctx.strokeStyle = theme.ink3
  ctx.lineWidth = 1
  ctx.setLineDash(TIMELINE.dash)
  for (const { from, to, lead } of stems) if (lead) strokeLine(ctx, to, from)
  ctx.restore()
}

const isRoomy = (zoom: number): boolean => dotOf(2) * zoom >= NUMBER_MIN_PX
const dotRadius = (zoom: number): number => (isRoomy(zoom) ? DOT : SMALL_DOT) / zoom

function strokeLine(ctx: CanvasRenderingContext2D, from: Point, to: Point): void {
  ctx.beginPath()
  ctx.moveTo(from.x, from.y)
  ctx.lineTo(to.x, to.y)
  ctx.stroke()
}

function paintLane(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  notes: readonly SceneNote[],
  top: number,
  { theme, view }: TimelinePaint,
): void {
  const { from, to } = scene.axis()
  ctx.save()
  if (view.y < top && view.y + view.h > top + BEHIND_LINE - ARROW) {
    ctx.strokeStyle = theme.hairline
    ctx.beginPath()
    ctx.moveTo(from, top + BEHIND_LINE)
    ctx.lineTo(to, top + BEHIND_LINE)
    ctx.stroke()
    ctx.fillStyle = theme.ink2
    ctx.font = font(500, 13)
    ctx.textBaseline = 'middle'
    ctx.fillText(wallWords.behindTheScenes, from, top + BEHIND_WORDS)
  }
  ctx.strokeStyle = theme.ink2
  ctx.setLineDash(TIMELINE.dash)
  ctx.beginPath()
  for (const { serves, rect } of notes) {
    if (serves === null) continue
    const x = dotOf(serves)
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
  const roomy = isRoomy(zoom)
  const radius = dotRadius(zoom)
  const first = Math.max(1, Math.floor((view.x - radius) / step))
  const last = Math.min(count, Math.ceil((view.x + view.w + radius) / step) + 1)
  const order = scene.order()
  ctx.lineWidth = LINE / zoom
  ctx.strokeStyle = theme.ink2
  ctx.font = font(600, TIMELINE.number / zoom)
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
  ctx.font = font(600, TIMELINE.number / zoom)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(String(number), x, 0.5 / zoom)
  ctx.textAlign = 'left'
}
