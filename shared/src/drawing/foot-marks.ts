import { rankings, type Ranking } from '../domain/assessment.ts'
import { channels, isOwnChannel, settings, type ChannelId } from '../domain/contact-type.ts'
import type { Moment } from '../domain/moment.ts'
import type { Point, Rect } from '../scene/geometry.ts'
import { FOOT, PAD, STRIP } from '../scene/note-shape.ts'
import { baselineAt, type Mark, type MeasureWords, type PathMark, type WordsMark } from './drawing.ts'
import { ICON_GRID, iconOutlines, isDrawnIcon, type DrawnIcon } from './icons.ts'
import type { PicturedFacts } from './note-facts.ts'
import { typeFill, type NoteColours, type Palette } from './palette.ts'

const GAP = 6
const ICON = 14
const SMALL = { size: 12, weight: 500 } as const
const STRONG = { size: 12, weight: 600 } as const
const PILL = { size: 13, weight: 600 } as const
type Letters = typeof SMALL | typeof STRONG | typeof PILL

interface Pen {
  readonly facts: PicturedFacts
  readonly colours: NoteColours
  readonly palette: Palette
  readonly measure: MeasureWords
}

/** At the foot's right: how wide it is, and its marks once its left edge is known. */
interface Badge {
  readonly kind: 'lock' | 'ideas' | 'ticks' | 'ranking'
  readonly width: number
  marks(left: number, y: number): readonly Mark[]
}

/** Left the contact type or a hint, right at most two badges. */
export function footMarks(
  { rect, moment }: { readonly rect: Rect; readonly moment: Moment },
  facts: PicturedFacts,
  means: Omit<Pen, 'facts'>,
): readonly Mark[] {
  const pen = { ...means, facts }
  const y = rect.y + rect.h - PAD.bottom - FOOT
  const marks: Mark[] = []
  const badges = badgesOf(moment.locked, pen)
  let right = rect.x + rect.w - PAD.side + 4
  for (const badge of badges.toReversed()) {
    marks.push(...badge.marks(right - badge.width, y))
    right -= badge.width + GAP
  }
  const { channel, setting } = moment
  if (channel === null) return [...marks, ...hintMarks(pen, rect.x + PAD.side, y)]
  if (facts.impression && badges.length === 0)
    marks.push(icon('flag', { x: right - 14, y: y + 3 }, 14, pen.colours.ink2))
  // A lock leaves room for words beside it.
  const full = badges.some(({ kind }) => kind !== 'lock')
  const said = setting === null || full ? null : settings[setting].label
  return [...marks, ...typeMarks(channel, said, pen, { x: rect.x + STRIP + PAD.afterStrip, y })]
}

export function icon(name: DrawnIcon, { x, y }: Point, size: number, colour: string): PathMark {
  const line = { colour, width: 2, round: true }
  return { kind: 'path', x, y, scale: size / ICON_GRID, outline: iconOutlines[name], fill: null, line }
}

/** Words in the middle of the foot. */
function words(text: string, x: number, y: number, { size, weight }: Letters, colour: string): WordsMark {
  const baseline = baselineAt(y + FOOT / 2 + 0.5, size)
  const plain = { width: null, rightToLeft: false, align: 'start' } as const
  return { kind: 'words', text, x, y: baseline, size, weight, colour, ...plain }
}

const widthOf = (text: string, { size, weight }: Letters, { measure }: Pen) => measure(text, size, weight)

function hintMarks({ facts, colours }: Pen, x: number, y: number): readonly Mark[] {
  if (!facts.foot) return []
  if (!facts.foot.flag) return [words(facts.foot.words, x, y, SMALL, colours.ink2)]
  return [icon('flag', { x, y: y + 4 }, 12, colours.ink2), words(facts.foot.words, x + 16, y, SMALL, colours.ink2)]
}

function typeMarks(channel: ChannelId, setting: string | null, pen: Pen, { x, y }: Point): readonly Mark[] {
  const { fill, on } = typeFill(channel, pen.colours)
  const marks: Mark[] = [{ kind: 'box', x, y, w: FOOT, h: FOOT, corner: 5, fill, line: null }]
  const name = isOwnChannel(channel) ? '' : channels[channel].icon
  const inset = (FOOT - ICON) / 2
  if (isDrawnIcon(name)) marks.push(icon(name, { x: x + inset, y: y + inset }, ICON, on))
  const letter = pen.facts.letter ?? ''
  const { ink2 } = pen.colours
  const after = x + FOOT + GAP
  if (letter !== '') marks.push(words(letter, after, y, STRONG, ink2))
  if (setting !== null) marks.push(words(setting, after + widthOf(letter, STRONG, pen) + GAP, y, SMALL, ink2))
  return marks
}

/** At most two: the dots give way first, they have done their work by then. */
function badgesOf(locked: boolean, pen: Pen): readonly Badge[] {
  const { facts, colours } = pen
  const all: Badge[] = []
  const lock = (left: number, y: number) => [icon('lock', { x: left, y: y + 2 }, 16, colours.ink2)]
  if (locked) all.push({ kind: 'lock', width: 18, marks: lock })
  if (facts.ideas > 0) all.push(ideasBadge(pen))
  if (facts.total) all.push(ticksBadge(facts.total, pen))
  if (facts.ranking !== null) all.push(rankingBadge(facts.ranking, all.length === 0, pen))
  return all.length > 2 ? all.filter(({ kind }) => kind !== 'ticks').slice(-2) : all
}

function ideasBadge(pen: Pen): Badge {
  const { facts, colours } = pen
  const count = String(facts.ideas)
  return {
    kind: 'ideas',
    width: 14 + 3 + widthOf(count, SMALL, pen),
    marks: (left, y) => [
      icon('lightbulb', { x: left, y: y + 3 }, 14, colours.ink2),
      words(count, left + 17, y, SMALL, colours.ink2),
    ],
  }
}

function pill(left: number, y: number, w: number, corner: number, fill: string, edge: string | null): Mark {
  const line = edge === null ? null : { colour: edge, width: 1 }
  return { kind: 'box', x: left, y: y - 1, w, h: FOOT + 2, corner, fill, line }
}

function ticksBadge(total: number, pen: Pen): Badge {
  const { facts, palette } = pen
  const [ground, on] = facts.faded ? [palette.token('sunken'), palette.ink2] : [palette.accent, palette.onAccent]
  const count = String(total)
  const width = 10 + 9 + 5 + widthOf(count, PILL, pen) + 9
  return {
    kind: 'ticks',
    width,
    marks: (left, y) => [
      pill(left, y, width, (FOOT + 2) / 2, ground, null),
      { kind: 'disc', x: left + 14, y: y + FOOT / 2, radius: 4.5, fill: on, line: null },
      words(count, left + 24, y, PILL, on),
    ],
  }
}

/** The dot below, on or above the line, and the word when there is room for it. */
function rankingBadge(ranking: Ranking, withWord: boolean, pen: Pen): Badge {
  const { fill, on } = pen.colours.rankings[ranking]
  const { label, dot: side } = rankings[ranking]
  const width = withWord ? 8 + 12 + 5 + widthOf(label, STRONG, pen) + 8 : 24
  const line = { above: 3, on: 0, below: -3 }[side]
  return {
    kind: 'ranking',
    width,
    marks: (left, y) => {
      const middle = y + FOOT / 2
      const glyph = left + (withWord ? 8 : 6)
      return [
        pill(left, y, width, 6, fill, ranking === 'neutral' ? pen.palette.neutralLine : null),
        { kind: 'box', x: glyph, y: middle + line - 0.75, w: 12, h: 1.5, corner: 0, fill: on, line: null },
        { kind: 'disc', x: glyph + 6, y: middle - line, radius: 2.75, fill: on, line: null },
        ...(withWord ? [words(label, glyph + 17, y, STRONG, on)] : []),
      ]
    },
  }
}
