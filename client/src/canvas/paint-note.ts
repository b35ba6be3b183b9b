import type { SceneNote } from '../model/note-scene.ts'
import { PAD, STRIP, textBox } from '../model/note-shape.ts'
import type { Rect } from '../model/geometry.ts'
import type { TextLayout } from '../model/text-layout.ts'
import { paintFoot } from './paint-foot.ts'
import { typeFill, type NoteColours, type PaintTheme } from './paint-theme.ts'
import { noteFont } from './paint-type.ts'
import type { NoteFacts } from './note-facts.ts'

const CORNER = 3
const SHADE = 2
/** Text smaller than this on the screen becomes bars. */
const TEXT_MIN_PX = 8
/** Below this zoom a note is a block in its type's colour. */
const BLOCK_ZOOM = 0.15
const STRIP_MIN_PX = 4
/** A note in the hand hovers this far above the wall. */
export const LIFT = 6

export interface NotePaint {
  readonly theme: PaintTheme
  readonly zoom: number
}

/** What of a note is drawn: it may be elsewhere than in the scene, while it glides or is dragged. */
export interface ShownNote {
  readonly note: SceneNote
  readonly rect: Rect
  readonly layout: TextLayout
  readonly facts: NoteFacts
}

/** One note, as detailed as the zoom allows. Paints in board units. */
export function paintNote(ctx: CanvasRenderingContext2D, shown: ShownNote, { theme, zoom }: NotePaint): void {
  const colours = shown.facts.faded ? theme.faded : theme.note
  const { moment } = shown.note
  if (zoom < BLOCK_ZOOM) {
    ctx.fillStyle = moment.channel === null ? colours.papers[moment.paper] : typeFill(moment.channel, colours).fill
    ctx.fillRect(shown.rect.x, shown.rect.y, shown.rect.w, shown.rect.h)
    return
  }
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
export function paintLifted(ctx: CanvasRenderingContext2D, shown: ShownNote, paint: NotePaint): void {
  const { x, y, w, h } = shown.rect
  ctx.fillStyle = paint.theme.note.shade
  ctx.fillRect(x + 4, y + 4, w - 8, h)
  paintNote(ctx, { ...shown, rect: { x, y: y - LIFT, w, h } }, paint)
}

function paintPaper(
  ctx: CanvasRenderingContext2D,
  { rect, note }: ShownNote,
  colours: NoteColours,
  zoom: number,
): void {
  const { x, y, w, h } = rect
  const { moment } = note
  if (!moment.locked) {
    ctx.fillStyle = colours.shade
    box(ctx, x, y + SHADE, w, h)
    ctx.fill()
  }
  ctx.fillStyle = colours.papers[moment.paper]
  box(ctx, x, y, w, h)
  ctx.fill()
  ctx.strokeStyle = colours.edge
  ctx.lineWidth = 1
  box(ctx, x + 0.5, y + 0.5, w - 1, h - 1)
  ctx.stroke()
  if (moment.channel === null) return
  ctx.fillStyle = typeFill(moment.channel, colours).fill
  ctx.beginPath()
  ctx.roundRect(x, y, Math.max(STRIP, STRIP_MIN_PX / zoom), h, [CORNER, 0, 0, CORNER])
  ctx.fill()
}

function box(ctx: CanvasRenderingContext2D, x: number, y: number, w: number, h: number): void {
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, CORNER)
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
  ctx.textAlign = 'left'
  ctx.direction = 'ltr'
}

/** Hanken Grotesk's ascent and descent are 1 and 0.303 of its size; the line's spare height is shared above and below. */
export function baselineOf({ size, leading }: Pick<TextLayout, 'size' | 'leading'>): number {
  return (leading - 1.303 * size) / 2 + size
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
