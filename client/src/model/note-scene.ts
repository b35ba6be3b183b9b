import { behindTheScenes, DOT_STEP, NOTE_WIDTH, timeline } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import { contains, type Point, type Rect } from './geometry.ts'
import { LANE_GAP, laneTop, shapeAt, shapeInLane, shapeOnTimeline, type NoteShape } from './note-shape.ts'
import { createSpatialIndex } from './spatial-index.ts'
import type { TextFitter } from './text-layout.ts'
import type { Wall } from './wall.ts'

/** A moment with everything that follows from the others: where its note lies and which number it has. */
export interface SceneNote extends NoteShape {
  readonly id: MomentId
  readonly moment: Moment
  /** Position on the timeline from 1; null behind the scenes. */
  readonly number: number | null
  readonly last: boolean
  /** Paint order: the tidy ones first, those moved by hand above them. */
  readonly z: number
}

export interface Axis {
  readonly from: number
  readonly to: number
  /** Top of the notes behind the scenes; null when there are none. */
  readonly lane: number | null
}

const HEAD = 68
/** Where the first tidy note begins; nothing tidy lies further left. */
const LEFT = -NOTE_WIDTH / 2
const TAIL = 80

/** The dot's x on the axis. */
export function dotOf(number: number): number {
  return (number - 1) * DOT_STEP
}

/** All notes of the wall, each with its place. */
export interface Laid {
  readonly notes: ReadonlyMap<MomentId, SceneNote>
  readonly order: readonly MomentId[]
  readonly count: number
  readonly axis: Axis
}

/** Lays all moments out. */
export function layOut(moments: readonly Moment[], fitter: TextFitter): Laid {
  const line = timeline(moments)
  const notes = new Map<MomentId, SceneNote>()
  let lowest = 0
  const add = (moment: Moment, shape: NoteShape, index: number | null) => {
    const number = index === null ? null : index + 1
    const z = notes.size + (moment.place === null ? 0 : moments.length)
    notes.set(moment.id, { ...shape, id: moment.id, moment, number, last: number === line.length, z })
  }
  line.forEach((moment, index) => {
    const shape = moment.place ? shapeAt(moment, moment.place, fitter) : shapeOnTimeline(moment, index, fitter)
    if (moment.place === null) lowest = Math.max(lowest, shape.rect.y + shape.rect.h)
    add(moment, shape, index)
  })
  const top = laneTop(lowest)
  let free = -Infinity
  const lane = behindTheScenes(moments)
  for (const moment of lane) {
    if (moment.place) {
      add(moment, shapeAt(moment, moment.place, fitter), null)
      continue
    }
    const served = moment.serves === null ? undefined : notes.get(moment.serves)
    const wish = served?.number ? dotOf(served.number) - DOT_STEP : free === -Infinity ? -HEAD : free
    const shape = shapeInLane(moment, Math.max(wish, free, LEFT), top, fitter)
    free = shape.rect.x + shape.rect.w + LANE_GAP
    add(moment, shape, null)
  }
  const to = dotOf(Math.max(line.length, 1)) + TAIL
  const axis = { from: -HEAD, to, lane: lane.length === 0 ? null : top }
  return { notes, order: [...line, ...lane].map(({ id }) => id), count: line.length, axis }
}

/** True when only this one note is touched: nobody else's number or place follows from the difference. */
function standsAlone(before: SceneNote, after: Moment): boolean {
  const was = before.moment
  return (
    was.order === after.order &&
    was.removed === after.removed &&
    was.kind === after.kind &&
    was.stackedOn === after.stackedOn &&
    was.serves === after.serves &&
    (was.place === null) === (after.place === null)
  )
}

/** The notes of a wall, findable by place; lays out only what a change touches, and only when somebody looks. */
export interface NoteScene {
  update(ids: Iterable<MomentId>): void
  /** Everything is measured anew at the next look. */
  forget(): void
  get(id: PieceId): SceneNote | undefined
  within(rect: Rect): SceneNote[]
  at(point: Point): SceneNote | undefined
  laid(): Laid
  rects(): Rect[]
}

export function createNoteScene(wall: Pick<Wall, 'moment' | 'moments'>, fitter: TextFitter): NoteScene {
  const index = createSpatialIndex<MomentId>()
  let notes = new Map<PieceId, SceneNote>()
  let laid: Laid | null = null

  const fresh = (): Laid => {
    if (laid) return laid
    laid = layOut(wall.moments(), fitter)
    notes = new Map<PieceId, SceneNote>(laid.notes)
    index.load(Array.from(notes.values(), (note) => [note.id, note.rect] as const))
    return laid
  }

  const update = (id: MomentId) => {
    const note = notes.get(id)
    const moment = wall.moment(id)
    if (!laid || !note || !moment || !standsAlone(note, moment)) {
      laid = null
      return
    }
    const shape = reshaped(note, moment, fitter)
    notes.set(id, { ...note, ...shape, moment })
    index.put(id, shape.rect)
    const pushesLane = laid.axis.lane !== null && moment.place === null && shape.rect.h !== note.rect.h
    if (pushesLane) laid = null
  }

  const within = (rect: Rect) => {
    fresh()
    return index.within(rect).flatMap((id) => notes.get(id) ?? [])
  }

  return {
    update: (ids) => Array.from(ids).forEach(update),
    forget() {
      laid = null
    },
    get(id) {
      fresh()
      return notes.get(id)
    },
    within: (rect) => within(rect).toSorted((a, b) => a.z - b.z),
    at: (point) =>
      within({ ...point, w: 0, h: 0 })
        .filter((note) => contains(note.rect, point))
        .reduce<SceneNote | undefined>((top, note) => (top && top.z > note.z ? top : note), undefined),
    laid: fresh,
    rects() {
      fresh()
      return Array.from(notes.values(), (note) => note.rect)
    },
  }
}

function reshaped(note: SceneNote, moment: Moment, fitter: TextFitter): NoteShape {
  if (moment.place) return shapeAt(moment, moment.place, fitter)
  if (note.number === null) return shapeInLane(moment, note.rect.x, note.rect.y, fitter)
  return shapeOnTimeline(moment, note.number - 1, fitter)
}
