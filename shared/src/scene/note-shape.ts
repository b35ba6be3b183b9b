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

const fitWords = (moment: Moment, w: number, h: number, fitter: TextFitter): TextLayout => {
  const box = textBox(moment, w, h)
  return fitter.fit(wordsOn(moment), box.w, box.h)
}

/** How high a note must be to hold its words; where they fit for sure, they aren't laid out for that. */
function heightOf(moment: Moment, w: number, h: number, fitter: TextFitter): number {
  const box = textBox(moment, w, h)
  if (surelyFits(wordsOn(moment), box.w, box.h)) return h
  return h + Math.max(0, fitWords(moment, w, h, fitter).height - box.h)
}

/**
 * Its words are laid out when somebody looks at them. A class, because a getter of an object's own makes a dictionary of it:
 * ten thousand notes took 7 MB more.
 */
class FittedShape implements NoteShape {
  readonly rect: Rect
  readonly #moment: Moment
  readonly #least: number
  readonly #fitter: TextFitter
  #layout: TextLayout | null = null

  /** `least` is how high it is before its words need more. */
  constructor(rect: Rect, least: number, moment: Moment, fitter: TextFitter) {
    this.rect = rect
    this.#moment = moment
    this.#least = least
    this.#fitter = fitter
  }

  get layout(): TextLayout {
    return (this.#layout ??= fitWords(this.#moment, this.rect.w, this.#least, this.#fitter))
  }
}

/** A note at a place set by hand: it keeps its corner and grows downward. */
export function shapeAt(moment: Moment, [x, y, w, h]: Place, fitter: TextFitter): NoteShape {
  return new FittedShape({ x, y, w, h: heightOf(moment, w, h, fitter) }, h, moment, fitter)
}

/** The tidy note with that position on the timeline (from 0): above the line it grows upward, below it downward. */
export function shapeOnTimeline(moment: Moment, index: number, fitter: TextFitter): NoteShape {
  const { x, side } = tidySpot(index)
  const height = heightOf(moment, NOTE_WIDTH, NOTE_HEIGHT, fitter)
  const y = side === 'above' ? -STEM - height : STEM
  return new FittedShape({ x: x - NOTE_WIDTH / 2, y, w: NOTE_WIDTH, h: height }, NOTE_HEIGHT, moment, fitter)
}

/** The tidy note behind the scenes that starts at `x`. */
export function shapeInLane(moment: Moment, x: number, top: number, fitter: TextFitter): NoteShape {
  const base = moment.channel === null ? LANE_HEIGHT : LANE_HEIGHT + FOOT
  const height = heightOf(moment, LANE_WIDTH, base, fitter)
  return new FittedShape({ x, y: top, w: LANE_WIDTH, h: height }, base, moment, fitter)
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
