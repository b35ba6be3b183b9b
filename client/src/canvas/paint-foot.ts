import { rankings, type Ranking } from '@momentous/shared/domain/assessment'
import { channels, isOwnChannel, settings, type ChannelId } from '@momentous/shared/domain/contact-type'
import { isDrawnIcon } from '@momentous/shared/drawing/icons'
import { typeFill, type NoteColours } from '@momentous/shared/drawing/palette'
import { FOOT, hasFoot, PAD, STRIP } from '@momentous/shared/scene/note-shape'
import type { NoteFacts } from './note-facts.ts'
import { paintIcon } from './paint-icon.ts'
import type { ShownNote } from './shown-note.ts'
import type { PaintTheme } from './paint-theme.ts'
import { font } from './paint-type.ts'

const GAP = 6
const ICON = 14
const SMALL = font(500, 12)
const STRONG = font(600, 12)
const PILL = font(600, 13)

/** Paints at (x, y), the foot's top left or right corner, and says how much room it took. */
interface Badge {
  readonly kind: 'lock' | 'ideas' | 'ticks' | 'ranking'
  paint(ctx: CanvasRenderingContext2D, right: number, y: number): number
}

interface Pen {
  readonly facts: NoteFacts
  readonly colours: NoteColours
  readonly theme: PaintTheme
}

/** Left the contact type or a hint, right at most two badges. */
export function paintFoot(
  ctx: CanvasRenderingContext2D,
  { rect, note, facts }: ShownNote,
  colours: NoteColours,
  theme: PaintTheme,
): void {
  if (!hasFoot(note.moment)) return
  ctx.textBaseline = 'middle'
  const pen = { facts, colours, theme }
  const y = rect.y + rect.h - PAD.bottom - FOOT
  const badges = badgesOf(note.moment.locked, pen)
  let right = rect.x + rect.w - PAD.side + 4
  for (const badge of badges.toReversed()) right -= badge.paint(ctx, right, y) + GAP
  const { channel, setting } = note.moment
  if (channel !== null && facts.impression && badges.length === 0)
    paintIcon(ctx, 'flag', right - 14, y + 3, 14, colours.ink2)
  if (channel === null) paintHint(ctx, pen, rect.x + PAD.side, y)
  else
    paintType(
      ctx,
      channel,
      setting === null || badges.length > 0 ? null : settings[setting].label,
      pen,
      rect.x + STRIP + PAD.afterStrip,
      y,
    )
}

function paintHint(ctx: CanvasRenderingContext2D, { facts, colours }: Pen, x: number, y: number): void {
  if (!facts.foot) return
  let start = x
  if (facts.foot.flag) {
    paintIcon(ctx, 'flag', x, y + 4, 12, colours.ink2)
    start += 12 + 4
  }
  ctx.font = SMALL
  ctx.fillStyle = colours.ink2
  ctx.fillText(facts.foot.words, start, y + FOOT / 2 + 0.5)
}

function paintType(
  ctx: CanvasRenderingContext2D,
  channel: ChannelId,
  setting: string | null,
  pen: Pen,
  x: number,
  y: number,
): void {
  const { fill, on } = typeFill(channel, pen.colours)
  ctx.fillStyle = fill
  ctx.beginPath()
  ctx.roundRect(x, y, FOOT, FOOT, 5)
  ctx.fill()
  const icon = isOwnChannel(channel) ? '' : channels[channel].icon
  if (isDrawnIcon(icon)) paintIcon(ctx, icon, x + (FOOT - ICON) / 2, y + (FOOT - ICON) / 2, ICON, on)
  ctx.font = STRONG
  ctx.fillStyle = pen.colours.ink2
  const letter = pen.facts.letter ?? ''
  const middle = y + FOOT / 2 + 0.5
  ctx.fillText(letter, x + FOOT + GAP, middle)
  if (setting === null) return
  const after = x + FOOT + GAP + ctx.measureText(letter).width + GAP
  ctx.font = SMALL
  ctx.fillText(setting, after, middle)
}

/** At most two: the dots give way first, they have done their work by then. */
function badgesOf(locked: boolean, pen: Pen): readonly Badge[] {
  const { facts, colours } = pen
  const all: Badge[] = []
  if (locked)
    all.push({
      kind: 'lock',
      paint: (ctx, right, y) => (paintIcon(ctx, 'lock', right - 18, y + 2, 16, colours.ink2), 18),
    })
  if (facts.ideas > 0) all.push({ kind: 'ideas', paint: (ctx, right, y) => paintIdeas(ctx, right, y, pen) })
  if (facts.total) all.push({ kind: 'ticks', paint: (ctx, right, y) => paintTicks(ctx, right, y, pen) })
  const { ranking } = facts
  if (ranking !== null) {
    const alone = all.length === 0
    all.push({ kind: 'ranking', paint: (ctx, right, y) => paintRanking(ctx, right, y, ranking, alone, pen) })
  }
  return all.length > 2 ? all.filter(({ kind }) => kind !== 'ticks').slice(-2) : all
}

function paintIdeas(ctx: CanvasRenderingContext2D, right: number, y: number, { facts, colours }: Pen): number {
  ctx.font = SMALL
  const words = String(facts.ideas)
  const width = 14 + 3 + ctx.measureText(words).width
  paintIcon(ctx, 'lightbulb', right - width, y + 3, 14, colours.ink2)
  ctx.fillStyle = colours.ink2
  ctx.fillText(words, right - width + 17, y + FOOT / 2 + 0.5)
  return width
}

function pill(
  ctx: CanvasRenderingContext2D,
  right: number,
  y: number,
  width: number,
  radius: number,
  colour: string,
): number {
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.roundRect(right - width, y - 1, width, FOOT + 2, radius)
  ctx.fill()
  return right - width
}

function dot(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fill()
}

function paintTicks(ctx: CanvasRenderingContext2D, right: number, y: number, { facts, theme }: Pen): number {
  ctx.font = PILL
  const words = String(facts.total ?? 0)
  const width = 10 + 9 + 5 + ctx.measureText(words).width + 9
  const left = pill(ctx, right, y, width, (FOOT + 2) / 2, facts.faded ? theme.token('sunken') : theme.accent)
  ctx.fillStyle = facts.faded ? theme.ink2 : theme.onAccent
  dot(ctx, left + 14, y + FOOT / 2, 4.5)
  ctx.fillText(words, left + 24, y + FOOT / 2 + 0.5)
  return width
}

/** The dot below, on or above the line, and the word when there is room for it. */
function paintRanking(
  ctx: CanvasRenderingContext2D,
  right: number,
  y: number,
  ranking: Ranking,
  withWord: boolean,
  { colours, theme }: Pen,
): number {
  const { fill, on } = colours.rankings[ranking]
  const { label, dot: side } = rankings[ranking]
  ctx.font = STRONG
  const width = withWord ? 8 + 12 + 5 + ctx.measureText(label).width + 8 : 24
  const left = pill(ctx, right, y, width, 6, fill)
  if (ranking === 'neutral') {
    ctx.strokeStyle = theme.neutralLine
    ctx.lineWidth = 1
    ctx.stroke()
  }
  const middle = y + FOOT / 2
  const glyph = left + (withWord ? 8 : 6)
  const line = { above: 3, on: 0, below: -3 }[side]
  ctx.fillStyle = on
  ctx.fillRect(glyph, middle + line - 0.75, 12, 1.5)
  dot(ctx, glyph + 6, middle - line, 2.75)
  if (withWord) ctx.fillText(label, glyph + 17, middle + 0.5)
  return width
}
