import { pens } from '@momentous/shared/domain/pen'
import type { Point, Rect } from '@momentous/shared/scene/geometry'
import { OWN_DOT, ownDotSpots } from '@momentous/shared/scene/note-shape'
import { HANDLE } from '../tools/handles.ts'
import { RING_GAP } from '../tools/ring.ts'
import type { PaintTheme } from './paint-theme.ts'
import { font } from './paint-type.ts'

/** Everything here is painted in px of the screen: rings, names and handles keep their size at every zoom. */
const RING_CORNER = 6
const PILL = font(600, 11)
const DOT_MIN_PX = 5

function ring(ctx: CanvasRenderingContext2D, { x, y, w, h }: Rect, gap: number, corner = RING_CORNER): void {
  ctx.beginPath()
  ctx.roundRect(x - gap, y - gap, w + 2 * gap, h + 2 * gap, corner)
  ctx.stroke()
}

/** So many rings have no round corners: edges on whole pixels are several times cheaper. */
const MANY = 40

function plainRings(ctx: CanvasRenderingContext2D, rects: readonly Rect[]): void {
  const gap = RING_GAP + 1
  for (const { x, y, w, h } of rects) {
    ctx.strokeRect(Math.round(x - gap), Math.round(y - gap), Math.round(w + 2 * gap), Math.round(h + 2 * gap))
  }
}

export function paintSelected(ctx: CanvasRenderingContext2D, rects: readonly Rect[], theme: PaintTheme): void {
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 2
  if (rects.length > MANY) plainRings(ctx, rects)
  else for (const rect of rects) ring(ctx, rect, RING_GAP + 1)
}

/** Handles at these spots; several pieces that are pulled as one have a thin frame around them. */
export function paintHandles(
  ctx: CanvasRenderingContext2D,
  spots: readonly Point[],
  frame: Rect | null,
  theme: PaintTheme,
): void {
  ctx.strokeStyle = theme.accent
  if (frame) {
    ctx.lineWidth = 1
    const { x, y, w, h } = frame
    ctx.strokeRect(Math.round(x - RING_GAP) + 0.5, Math.round(y - RING_GAP) + 0.5, w + 2 * RING_GAP, h + 2 * RING_GAP)
  }
  ctx.fillStyle = theme.surface
  ctx.lineWidth = 1.5
  for (const { x, y } of spots) {
    ctx.beginPath()
    ctx.roundRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE, 3)
    ctx.fill()
    ctx.stroke()
  }
}

/** The ends of a connector, which can be pulled: round, for nothing becomes larger by them. */
export function paintEnds(ctx: CanvasRenderingContext2D, spots: readonly Point[], theme: PaintTheme): void {
  ctx.strokeStyle = theme.accent
  ctx.fillStyle = theme.surface
  ctx.lineWidth = 2
  for (const { x, y } of spots) {
    ctx.beginPath()
    ctx.arc(x, y, HANDLE / 2 + 0.5, 0, 2 * Math.PI)
    ctx.fill()
    ctx.stroke()
  }
}

function dashed(ctx: CanvasRenderingContext2D, rect: Rect, colour: string): void {
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1
  ctx.setLineDash([3, 2.5])
  ring(ctx, rect, RING_GAP + 0.5)
  ctx.restore()
}

/** Words in a dark pill; (x, y) is its left middle. */
export function paintPill(ctx: CanvasRenderingContext2D, words: string, x: number, y: number, theme: PaintTheme): void {
  ctx.font = PILL
  const width = ctx.measureText(words).width + 16
  ctx.fillStyle = theme.ink
  ctx.beginPath()
  ctx.roundRect(x, y - 9, width, 18, 9)
  ctx.fill()
  ctx.fillStyle = theme.paper
  ctx.textBaseline = 'middle'
  ctx.fillText(words, x + 8, y + 0.5)
}

/** The note under the pointer gets a darker edge. */
export function paintHover(ctx: CanvasRenderingContext2D, rects: readonly Rect[], theme: PaintTheme): void {
  ctx.strokeStyle = theme.edge
  ctx.lineWidth = 1.5
  for (const rect of rects) ring(ctx, rect, -0.5, 3)
}

/** The note that a press would make here. */
export function paintGhost(ctx: CanvasRenderingContext2D, { x, y, w, h }: Rect, theme: PaintTheme): void {
  ctx.save()
  ctx.globalAlpha = 0.6
  ctx.fillStyle = theme.token('note-butter')
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, 3)
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 1.5
  ctx.setLineDash([5, 4])
  ctx.stroke()
  ctx.restore()
}

/** What is said of somebody else's hold on a note, and where there is room to say it. */
export interface PeerLabel {
  readonly words: string
  readonly inFoot: boolean
}

/** Somebody else has this note selected, or is typing into it. */
export function paintPeerRing(
  ctx: CanvasRenderingContext2D,
  rect: Rect,
  label: PeerLabel | null,
  theme: PaintTheme,
): void {
  dashed(ctx, rect, theme.ink)
  if (label?.inFoot) paintPill(ctx, label.words, rect.x + 14, rect.y + rect.h - 18, theme)
  else if (label) paintPill(ctx, label.words, rect.x, rect.y - 16, theme)
}

/** The ring around the note that a type pen is on, in the pen's colour. */
export function paintPenTarget(
  ctx: CanvasRenderingContext2D,
  rect: Rect,
  pen: keyof typeof pens,
  theme: PaintTheme,
): void {
  ctx.strokeStyle = theme.token(pens[pen].colour)
  ctx.lineWidth = 2
  ring(ctx, rect, RING_GAP + 1)
}

export function paintOwnDots(
  ctx: CanvasRenderingContext2D,
  note: Rect,
  count: number,
  zoom: number,
  toScreen: (at: Point) => Point,
  theme: PaintTheme,
): void {
  const radius = Math.max(DOT_MIN_PX, OWN_DOT.radius * zoom)
  ctx.fillStyle = theme.accent
  ctx.strokeStyle = theme.surface
  ctx.lineWidth = 2
  for (const spot of ownDotSpots(note, count)) {
    const { x, y } = toScreen(spot)
    ctx.beginPath()
    ctx.arc(x, y, radius, 0, 2 * Math.PI)
    ctx.fill()
    ctx.stroke()
  }
}

export function paintMarquee(ctx: CanvasRenderingContext2D, { x, y, w, h }: Rect, theme: PaintTheme): void {
  ctx.save()
  ctx.globalAlpha = 0.35
  ctx.fillStyle = theme.accentSoft
  ctx.fillRect(x, y, w, h)
  ctx.restore()
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 1
  ctx.strokeRect(x + 0.5, y + 0.5, w, h)
}

/** How far the eraser reaches, around the pointer. */
export function paintEraser(ctx: CanvasRenderingContext2D, { x, y }: Point, reach: number, theme: PaintTheme): void {
  ctx.beginPath()
  ctx.arc(x, y, reach, 0, 2 * Math.PI)
  ctx.strokeStyle = theme.surface
  ctx.lineWidth = 3
  ctx.stroke()
  ctx.strokeStyle = theme.ink
  ctx.lineWidth = 1.5
  ctx.stroke()
}
