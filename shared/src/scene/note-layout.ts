import { behindTheScenes, DOT_STEP, NOTE_HEIGHT, NOTE_WIDTH, STEM, timeline } from '../board/timeline.ts'
import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Rect } from './geometry.ts'
import { LANE_GAP, laneTop, shapeAt, shapeInLane, shapeOnTimeline, type NoteShape } from './note-shape.ts'
import { onShelf, type LyingPiece } from './piece-scene.ts'
import { boundsOfNote, dotOf } from './stem.ts'
import type { TextFitter, TextLayout } from './text-layout.ts'

/** A moment with everything that follows from the others: where its note lies and which number it has. */
export interface SceneNote extends NoteShape, LyingPiece {
  readonly kind: 'note'
  readonly id: MomentId
  readonly moment: Moment
  /** Position on the timeline from 1; null behind the scenes. */
  readonly number: number | null
  readonly last: boolean
  /** Behind the scenes: the number of the moment that it serves. */
  readonly serves: number | null
  /** How many notes are stacked under it. */
  readonly beneath: number
  /** Its size, and its words laid out for it. */
  readonly shape: NoteShape
}

export interface Axis {
  readonly from: number
  readonly to: number
  /** Top of the notes behind the scenes; null when there are none. */
  readonly lane: number | null
  /** Top of the highest tidy note above the line. */
  readonly top: number
}

const HEAD = 68
/** Where the first tidy note begins; nothing tidy lies further left. */
const LEFT = -NOTE_WIDTH / 2
const TAIL = 80

/** All notes of the wall, each with its place. */
export interface Laid {
  readonly notes: ReadonlyMap<PieceId, SceneNote>
  readonly order: readonly MomentId[]
  readonly count: number
  readonly axis: Axis
}

type Former = ReadonlyMap<PieceId, SceneNote>

/** Lays all moments out. What lies as it lay in `former` is the same note again. */
export function layOut(moments: readonly Moment[], fitter: TextFitter, former: Former = new Map()): Laid {
  const line = timeline(moments)
  const lane = behindTheScenes(moments)
  const beneath = stackSizes(moments)
  const notes = new Map<PieceId, SceneNote>()
  let lowest = 0
  let highest = -STEM - NOTE_HEIGHT
  const add = (moment: Moment, number: number | null, shapeOf: () => NoteShape) => {
    const served = number === null && moment.serves !== null ? notes.get(moment.serves) : undefined
    const before = former.get(moment.id)
    const same = before?.moment === moment && before.number === number && number !== null
    const shape = same ? before.shape : shapeOf()
    const standing = {
      ...{ number, last: number === line.length, serves: served?.number ?? null },
      beneath: beneath.get(moment.id) ?? 0,
      lies: onShelf(moment.place === null ? 'tidyNote' : 'placedNote', notes.size),
    }
    notes.set(moment.id, keepSame(before, new LaidNote(moment, shape, standing)))
    return shape.rect
  }
  line.forEach((moment, index) => {
    const { place } = moment
    const rect = add(moment, index + 1, () =>
      place ? shapeAt(moment, place, fitter) : shapeOnTimeline(moment, index, fitter),
    )
    if (place !== null) return
    lowest = Math.max(lowest, rect.y + rect.h)
    highest = Math.min(highest, rect.y)
  })
  const top = laneTop(lowest)
  let free = -Infinity
  for (const moment of lane) {
    const { place } = moment
    if (place) {
      add(moment, null, () => shapeAt(moment, place, fitter))
      continue
    }
    const served = moment.serves === null ? undefined : notes.get(moment.serves)
    const wish = served?.number ? dotOf(served.number) - DOT_STEP : free === -Infinity ? -HEAD : free
    const rect = add(moment, null, () => shapeInLane(moment, Math.max(wish, free, LEFT), top, fitter))
    free = rect.x + rect.w + LANE_GAP
  }
  const to = dotOf(Math.max(line.length, 1)) + TAIL
  const axis = { from: -HEAD, to, lane: lane.length === 0 ? null : top, top: highest }
  return { notes, order: [...line, ...lane].map(({ id }) => id), count: line.length, axis }
}

interface Standing {
  readonly number: number | null
  readonly last: boolean
  readonly serves: number | null
  readonly beneath: number
  readonly lies: number
}

/** A class for the sake of its getter: see `FittedShape`. */
class LaidNote implements SceneNote {
  readonly kind = 'note'
  readonly moment: Moment
  readonly shape: NoteShape
  readonly bounds: Rect
  readonly number: number | null
  readonly last: boolean
  readonly serves: number | null
  readonly beneath: number
  readonly lies: number

  constructor(moment: Moment, shape: NoteShape, standing: Standing) {
    this.moment = moment
    this.shape = shape
    this.bounds = boundsOfNote(standing, shape.rect)
    this.number = standing.number
    this.last = standing.last
    this.serves = standing.serves
    this.beneath = standing.beneath
    this.lies = standing.lies
  }

  get id(): MomentId {
    return this.moment.id
  }
  get z(): string | null {
    return this.moment.z
  }
  get rect(): Rect {
    return this.shape.rect
  }
  get layout(): TextLayout {
    return this.shape.layout
  }
}

/** The same note when nothing about it that shows is different. */
function keepSame(before: SceneNote | undefined, note: SceneNote): SceneNote {
  const same =
    before?.moment === note.moment &&
    before.number === note.number &&
    before.last === note.last &&
    before.serves === note.serves &&
    before.beneath === note.beneath &&
    before.lies === note.lies &&
    sameRect(before.rect, note.rect)
  return same ? before : note
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
}

/** How many notes lie under each note that carries a stack. */
function stackSizes(moments: readonly Moment[]): ReadonlyMap<MomentId, number> {
  const sizes = new Map<MomentId, number>()
  for (const { stackedOn, removed } of moments) {
    if (stackedOn !== null && !removed) sizes.set(stackedOn, (sizes.get(stackedOn) ?? 0) + 1)
  }
  return sizes
}

/** The same note with a moment of which only what concerns nobody else is different. */
export function laidAnew(note: SceneNote, moment: Moment, fitter: TextFitter): SceneNote {
  return new LaidNote(moment, reshaped(note, moment, fitter), note)
}

function reshaped(note: SceneNote, moment: Moment, fitter: TextFitter): NoteShape {
  if (moment.place) return shapeAt(moment, moment.place, fitter)
  if (note.number === null) return shapeInLane(moment, note.rect.x, note.rect.y, fitter)
  return shapeOnTimeline(moment, note.number - 1, fitter)
}

/** True when only this one note is touched: nobody else's number or place follows from the difference. */
export function standsAlone({ moment: was }: SceneNote, after: Moment): boolean {
  return (
    was.order === after.order &&
    was.removed === after.removed &&
    was.kind === after.kind &&
    was.stackedOn === after.stackedOn &&
    was.serves === after.serves &&
    (was.place === null) === (after.place === null)
  )
}
