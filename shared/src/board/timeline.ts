import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import { compareOrder } from './order.ts'

/** Board units are CSS pixels at 100 %. The timeline's axis lies at y = 0. */
export const NOTE_WIDTH = 176
export const NOTE_HEIGHT = 120
export const DOT_STEP = 110
export const STEM = 46
export const LANE_TOP = 246

/** The moments that the customer meets, in their order: not removed, not behind the scenes, not under another note. */
export function timeline(moments: Iterable<Moment>): readonly Moment[] {
  return [...moments].filter((moment) => isOnTimeline(moment)).toSorted(compareOrder)
}

export function isOnTimeline(moment: Moment): boolean {
  return !moment.removed && moment.stackedOn === null && moment.kind !== 'invisible'
}

/** The moments behind the scenes, in their order. */
export function behindTheScenes(moments: Iterable<Moment>): readonly Moment[] {
  return [...moments]
    .filter((moment) => !moment.removed && moment.stackedOn === null && moment.kind === 'invisible')
    .toSorted(compareOrder)
}

/** Number on the line (from 1) for every moment of the timeline. */
export function numbered(moments: Iterable<Moment>): ReadonlyMap<MomentId, number> {
  return new Map(timeline(moments).map((moment, index) => [moment.id, index + 1]))
}

export interface TidySpot {
  /** Where the dot lies on the axis, and the middle of the note. */
  readonly x: number
  readonly side: 'above' | 'below'
}

/** Where the note of the `index`-th moment (from 0) belongs when nobody moved it by hand. */
export function tidySpot(index: number): TidySpot {
  return { x: index * DOT_STEP, side: index % 2 === 0 ? 'above' : 'below' }
}
