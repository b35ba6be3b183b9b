import { DOT_STEP } from '../board/timeline.ts'
import { around, distance, grow, onTheWay, type Point, type Rect } from './geometry.ts'

/** The line between a note and its dot on the timeline. */
export interface Stem {
  readonly dot: Point
  /** Where it ends: at the dot, or on the way there. */
  readonly from: Point
  /** Where it meets the note. */
  readonly to: Point
  /** Too long for a stem: a thin dashed lead that only begins, at the note. */
  readonly lead: boolean
}

const STEM_MAX = 240
/** How much of a lead shows: dashes over the whole wall would cost more than all notes. */
const LEAD = 60
/** Rings, shades and what sticks out of a stack. */
const MARGIN = 12
/** The cloud of a note that isn't saved stands above it. */
const ABOVE = 30
/** Half of a line's width, and its soft edge. */
const THICK = 3

/** The dot's x on the axis. */
export function dotOf(number: number): number {
  return (number - 1) * DOT_STEP
}

/** From the dot to the nearest spot of its note. */
export function stemOf(number: number, { x, y, w, h }: Rect): Stem {
  const dot = { x: dotOf(number), y: 0 }
  const to = { x: Math.min(x + w, Math.max(x, dot.x)), y: y > 0 ? y : Math.min(0, y + h) }
  const length = distance(dot, to)
  if (length <= STEM_MAX) return { dot, from: dot, to, lead: false }
  return { dot, from: onTheWay(to, dot, LEAD / length), to, lead: true }
}

/** A stem ends at its dot's edge: where it is painted after the dots, it would cross out their numbers. */
export function outOf(from: Point, to: Point, radius: number): Point {
  return onTheWay(from, to, Math.min(1, radius / Math.max(1, distance(from, to))))
}

/** All that is painted of a note at `rect`: its stem too, or the link to the moment that it serves. */
export function boundsOfNote(
  { number, serves }: { readonly number: number | null; readonly serves: number | null },
  rect: Rect,
): Rect {
  const { x, y, w, h } = rect
  const frame = { x: x - MARGIN, y: y - ABOVE, w: w + 2 * MARGIN, h: h + ABOVE + MARGIN }
  const end = number === null ? (serves === null ? null : { x: dotOf(serves), y: 0 }) : stemOf(number, rect).from
  return (end && around([frame, grow({ ...end, w: 0, h: 0 }, THICK)])) ?? frame
}
