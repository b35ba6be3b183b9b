import { LANE_TOP, NOTE_HEIGHT, NOTE_WIDTH, STEM, tidySpot } from '../board/timeline.ts'
import type { Moment, Place } from '../domain/moment.ts'
import type { Point, Rect } from './geometry.ts'
import type { TextFitter, TextLayout } from './text-layout.ts'
import { surelyFits } from './text-room.ts'

/** The inside of a note in board units (interface.md, section 4). */
export const STRIP = 8
export const PAD = { top: 12, side: 14, afterStrip: 12, bottom: 8 } as const
export const FOOT = 20
export const CORNER = 3
/** How far the shade comes out under the paper. */
export const SHADE = 2
/** Notes of a stack lie this far apart. */
export const STACK_STEP = 5
const ABOVE_FOOT = 4

/** Notes behind the scenes are flatter: they have no foot until they have a contact type. */
const LANE_WIDTH = 220
const LANE_HEIGHT = 72
export const LANE_GAP = 24

export interface NoteShape {
  readonly rect: Rect
  readonly layout: TextLayout
}

export function hasFoot(moment: Moment): boolean {
  return moment.kind !== 'invisible' || moment.channel !== null
}

/** Where the words go within a note of that size whose corner is at (0, 0). */
export function textBox(moment: Moment, w: number, h: number): Rect {
  const [x, right] = moment.channel === null ? [PAD.side, PAD.side] : [STRIP + PAD.afterStrip, PAD.afterStrip]
  const below = hasFoot(moment) ? ABOVE_FOOT + FOOT + PAD.bottom : PAD.top
  return { x, y: PAD.top, w: w - x - right, h: h - PAD.top - below }
}

/** Its own words; until somebody writes them, the row of the printed form that it asks about. */
export function wordsOn({ text, prompt }: Pick<Moment, 'text' | 'prompt'>): string {
  return text.trim() === '' ? (prompt ?? text) : text
}

/** How high a note must be to hold its words, which are laid out when somebody looks at them. */
function fitNote(
  moment: Moment,
  w: number,
  h: number,
  fitter: TextFitter,
): { height: number; layout: () => TextLayout } {
  const box = textBox(moment, w, h)
  const words = wordsOn(moment)
  let made: TextLayout | null = null
  const layout = () => (made ??= fitter.fit(words, box.w, box.h))
  const height = surelyFits(words, box.w, box.h) ? h : h + Math.max(0, layout().height - box.h)
  return { height, layout }
}

function shapeOf(rect: Rect, layout: () => TextLayout): NoteShape {
  return {
    rect,
    get layout() {
      return layout()
    },
  }
}

/** A note at a place set by hand: it keeps its corner and grows downward. */
export function shapeAt(moment: Moment, [x, y, w, h]: Place, fitter: TextFitter): NoteShape {
  const { layout, height } = fitNote(moment, w, h, fitter)
  return shapeOf({ x, y, w, h: height }, layout)
}

/** The tidy note with that position on the timeline (from 0): above the line it grows upward, below it downward. */
export function shapeOnTimeline(moment: Moment, index: number, fitter: TextFitter): NoteShape {
  const { x, side } = tidySpot(index)
  const { layout, height } = fitNote(moment, NOTE_WIDTH, NOTE_HEIGHT, fitter)
  const y = side === 'above' ? -STEM - height : STEM
  return shapeOf({ x: x - NOTE_WIDTH / 2, y, w: NOTE_WIDTH, h: height }, layout)
}

/** The tidy note behind the scenes that starts at `x`. */
export function shapeInLane(moment: Moment, x: number, top: number, fitter: TextFitter): NoteShape {
  const base = moment.channel === null ? LANE_HEIGHT : LANE_HEIGHT + FOOT
  const { layout, height } = fitNote(moment, LANE_WIDTH, base, fitter)
  return shapeOf({ x, y: top, w: LANE_WIDTH, h: height }, layout)
}

/** Notes below the line that grew push the lane down. */
export function laneTop(lowestTidyBottom: number): number {
  return LANE_TOP + Math.max(0, lowestTidyBottom - STEM - NOTE_HEIGHT)
}

/** One's own dots sit on the note's top edge, from the right. */
export const OWN_DOT = { radius: 10, step: 24, inset: 20 } as const

export function ownDotSpots(rect: Rect, count: number): readonly Point[] {
  const right = rect.x + rect.w - OWN_DOT.inset
  return Array.from({ length: count }, (_, index) => ({ x: right - (count - 1 - index) * OWN_DOT.step, y: rect.y - 2 }))
}
