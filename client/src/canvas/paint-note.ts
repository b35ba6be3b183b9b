import { typeFill, type NoteColours } from '@momentous/shared/drawing/palette'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import { baselineOf } from '@momentous/shared/scene/text-layout'
import { CORNER, PAD, SHADE, STACK_STEP, STRIP, textBox, wordsOn } from '@momentous/shared/scene/note-shape'
import { paintLinks } from './paint-links.ts'
import { paintFoot } from './paint-foot.ts'
import { paintUncoloured, paintUnsaved } from './paint-lacking.ts'
import type { PaintTheme } from './paint-theme.ts'
import type { NoteLook } from './piece-painter.ts'
import { noteFont } from './paint-type.ts'
import type { ShownNote } from './shown-note.ts'

/** Below this zoom nobody sees that a corner is round. */
const ROUND_ZOOM = 0.7
/** Text smaller than this on the screen becomes bars. */
const TEXT_MIN_PX = 8
/** Below this zoom a note is a block in its type's colour. */
const BLOCK_ZOOM = 0.15
const STRIP_MIN_PX = 4
const RING_ZOOM = 0.35
/** A note in the hand hovers this far above the wall. */
export const LIFT = 6

/** One note, as detailed as the zoom allows, with the rings that say what it lacks. Paints in board units. */
export function paintNote(ctx: CanvasRenderingContext2D, shown: ShownNote, paint: NoteLook): void {
  paintBody(ctx, shown, paint)
  // Further away they would stick out of what is painted anew when the note changes.
  if (paint.zoom < RING_ZOOM) return
  if (shown.facts.bare) paintUncoloured(ctx, shown.rect, paint)
  if (shown.facts.unsaved) paintUnsaved(ctx, shown.rect, paint)
}

/** From far away a note is a block in its type's colour, and nobody asks for its words. */
export const isBlock = (zoom: number): boolean => zoom < BLOCK_ZOOM

export function paintBlock(
  ctx: CanvasRenderingContext2D,
  { moment: { channel, paper } }: SceneNote,
  { x, y, w, h }: Rect,
  colours: NoteColours,
): void {
  ctx.fillStyle = channel === null ? colours.papers[paper] : typeFill(channel, colours).fill
  ctx.fillRect(x, y, w, h)
}

function paintBody(ctx: CanvasRenderingContext2D, shown: ShownNote, { theme, zoom }: NoteLook): void {
  const colours = shown.facts.faded ? theme.faded : theme.note
  if (isBlock(zoom)) return paintBlock(ctx, shown.note, shown.rect, colours)
  paintBeneath(ctx, shown, colours)
  paintPaper(ctx, shown, colours, zoom)
  if (shown.layout.size * zoom < TEXT_MIN_PX) {
    paintBars(ctx, shown, colours)
    if (shown.facts.ranking) paintRankingDot(ctx, shown.rect, colours.rankings[shown.facts.ranking].fill, zoom)
    return
  }
  if (!shown.facts.editing) paintText(ctx, shown, colours)
  paintFoot(ctx, shown, colours, theme)
}

/** A note that is being dragged: higher, with a second shade. */
export function paintLifted(ctx: CanvasRenderingContext2D, shown: ShownNote, paint: NoteLook): void {
  const { x, y, w, h } = shown.rect
  ctx.fillStyle = paint.theme.note.shade
  ctx.fillRect(x + 4, y + 4, w - 8, h)
  paintNote(ctx, { ...shown, rect: { x, y: y - LIFT, w, h } }, paint)
}

/** The same from far away. */
export function paintLiftedBlock(ctx: CanvasRenderingContext2D, note: SceneNote, rect: Rect, theme: PaintTheme): void {
  const { x, y, w, h } = rect
  ctx.fillStyle = theme.note.shade
  ctx.fillRect(x + 4, y + 4, w - 8, h)
  paintBlock(ctx, note, { x, y: y - LIFT, w, h }, theme.note)
}

/** A stack shows the edges of what lies beneath, of two at most. */
function paintBeneath(ctx: CanvasRenderingContext2D, { rect, note }: ShownNote, colours: NoteColours): void {
  const { x, y, w, h } = rect
  ctx.lineWidth = 1
  for (let depth = Math.min(2, note.beneath); depth > 0; depth--) {
    const aside = depth * STACK_STEP
    ctx.fillStyle = colours.papers[note.moment.paper]
    ctx.fillRect(x + aside, y - aside, w, h)
    ctx.strokeStyle = colours.ink2
    ctx.strokeRect(x + aside + 0.5, y - aside + 0.5, w - 1, h - 1)
  }
}

function paintPaper(
  ctx: CanvasRenderingContext2D,
  { rect, note }: ShownNote,
  colours: NoteColours,
  zoom: number,
): void {
  const { x, y, w, h } = rect
  const { moment } = note
  const corner = zoom >= ROUND_ZOOM ? CORNER : 0
  if (!moment.locked) {
    ctx.fillStyle = colours.shade
    fillBox(ctx, x, y + h - 2 * CORNER, w, 2 * CORNER + SHADE, corner)
  }
  ctx.fillStyle = colours.papers[moment.paper]
  fillBox(ctx, x, y, w, h, corner)
  if (moment.channel !== null) {
    ctx.fillStyle = typeFill(moment.channel, colours).fill
    fillBox(ctx, x, y, Math.max(STRIP, STRIP_MIN_PX / zoom), h, corner === 0 ? 0 : [corner, 0, 0, corner])
  }
  ctx.strokeStyle = colours.edge
  ctx.lineWidth = 1
  if (corner === 0) return ctx.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1)
  ctx.beginPath()
  ctx.roundRect(x + 0.5, y + 0.5, w - 1, h - 1, corner)
  ctx.stroke()
}

/** Plain rectangles are several times cheaper than rounded ones. */
function fillBox(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  w: number,
  h: number,
  corner: number | number[],
): void {
  if (corner === 0) return ctx.fillRect(x, y, w, h)
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, corner)
  ctx.fill()
}

/** Where the lines start: DOM text sits in the middle of its line, so does this. */
function paintText(ctx: CanvasRenderingContext2D, { rect, note, layout }: ShownNote, colours: NoteColours): void {
  const inside = textBox(note.moment, rect.w, rect.h)
  ctx.font = noteFont(layout.size)
  ctx.fillStyle = colours.ink
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = layout.rightToLeft ? 'right' : 'left'
  ctx.direction = layout.rightToLeft ? 'rtl' : 'ltr'
  const x = rect.x + inside.x + (layout.rightToLeft ? inside.w : 0)
  let y = rect.y + inside.y + baselineOf(layout)
  for (const line of layout.lines) {
    if (line.text !== '') ctx.fillText(line.text, x, y)
    y += layout.leading
  }
  paintLinks(ctx, wordsOn(note.moment), layout, { x, y: rect.y + inside.y + baselineOf(layout) })
  ctx.textAlign = 'left'
  ctx.direction = 'ltr'
}

function paintBars(ctx: CanvasRenderingContext2D, { rect, note, layout }: ShownNote, colours: NoteColours): void {
  const inside = textBox(note.moment, rect.w, rect.h)
  ctx.fillStyle = colours.bars
  let y = rect.y + inside.y + layout.leading * 0.25
  for (const line of layout.lines) {
    ctx.fillRect(rect.x + inside.x, y, line.width, layout.leading * 0.5)
    y += layout.leading
  }
}

function paintRankingDot(ctx: CanvasRenderingContext2D, { x, y, w, h }: Rect, colour: string, zoom: number): void {
  const radius = Math.max(10, 3 / zoom)
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.arc(x + w - PAD.side - radius, y + h - PAD.bottom - radius, radius, 0, 2 * Math.PI)
  ctx.fill()
}
