import { NOTE_WIDTH } from '../board/timeline.ts'
import type { MomentId } from '../domain/id.ts'
import type { PieceId } from '../domain/piece.ts'
import { contains } from './geometry.ts'
import { laidAnew, layOut, sameRect, standsAlone, type Laid, type SceneNote } from './note-layout.ts'
import type { Changing, PieceScene } from './piece-scene.ts'
import { createSpatialIndex, type SpatialIndex } from './spatial-index.ts'
import type { TextFitter } from './text-layout.ts'
import type { SceneSource, WallChange } from './scene-source.ts'

/** The line, its numbers and the lane reach a little further than their notes. */
const AROUND_LINE = NOTE_WIDTH

/** The notes of a wall, findable by place; lays out only what a change touches, and only when somebody looks. */
export interface NoteScene extends PieceScene<SceneNote> {
  laid(): Laid
  /** Everything is measured anew at the next look. */
  forget(): void
}

interface Laying extends Pick<NoteScene, 'laid' | 'forget'> {
  /** All notes, laid out. */
  notes(): ReadonlyMap<PieceId, SceneNote>
  update(id: MomentId): void
}

function createLaying(
  wall: Pick<SceneSource, 'moment' | 'moments'>,
  fitter: TextFitter,
  index: SpatialIndex<MomentId>,
  changing: Changing,
): Laying {
  let notes = new Map<PieceId, SceneNote>()
  let laid: Laid | null = null
  let former: Laid | null = null

  const fresh = (): Laid => {
    if (laid) return laid
    laid = layOut(wall.moments(), fitter, notes)
    const before = notes
    notes = new Map(laid.notes)
    if (former === null) {
      index.load(Array.from(notes.values(), ({ id, bounds }) => [id, bounds] as const))
      changing.damageAll()
    } else {
      tellDifferences(before, notes, index, changing)
      tellLine(former, laid, changing)
    }
    former = laid
    return laid
  }

  return {
    laid: fresh,
    notes() {
      fresh()
      return notes
    },
    update(id) {
      const note = notes.get(id)
      const moment = wall.moment(id)
      if (!laid || !note || !moment || !standsAlone(note, moment)) {
        laid = null
        return
      }
      const next = laidAnew(note, moment, fitter)
      notes.set(id, next)
      index.put(id, next.bounds)
      tellDifference(note, next, changing)
      // The lane and the stages' titles make way for it.
      if (moment.place === null && next.rect.h !== note.rect.h) laid = null
    },
    forget() {
      laid = null
      former = null
      notes = new Map()
    },
  }
}

export function createNoteScene(
  wall: Pick<SceneSource, 'moment' | 'moments'>,
  fitter: TextFitter,
  changing: Changing,
): NoteScene {
  const index = createSpatialIndex<MomentId>()
  const { laid, notes, update, forget } = createLaying(wall, fitter, index, changing)
  return {
    laid,
    forget,
    take(change: WallChange) {
      if (change.kind === 'moments') for (const id of change.ids) update(id)
      else if (change.kind === 'session') changing.damageAll()
      else if (change.kind === 'grades' || change.kind === 'ideas') {
        for (const id of change.ids) damageNote(notes().get(id), changing)
      }
    },
    settle: () => void laid(),
    get: (id) => notes().get(id),
    within(part) {
      const all = notes()
      return index.within(part).flatMap((id) => all.get(id) ?? [])
    },
    hits: (note, point) => contains(note.rect, point),
    all: () => notes().values(),
  }
}

function damageNote(note: SceneNote | undefined, changing: Changing): void {
  if (note) changing.damage(note.bounds)
}

function tellDifference(before: SceneNote | undefined, after: SceneNote | undefined, changing: Changing): void {
  damageNote(before, changing)
  damageNote(after, changing)
  if (before && after && !sameRect(before.rect, after.rect)) changing.moved(after.id, before.rect)
}

/** More notes than this at once, and the index is built anew: that is faster. */
const MANY = 2_000

function tellDifferences(
  before: ReadonlyMap<PieceId, SceneNote>,
  after: ReadonlyMap<PieceId, SceneNote>,
  index: SpatialIndex<MomentId>,
  changing: Changing,
): void {
  const different = [...after.values()].filter((note) => before.get(note.id) !== note)
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  for (const note of different) tellDifference(before.get(note.id), note, changing)
  for (const note of gone) tellDifference(note, undefined, changing)
  if (different.length + gone.length > MANY) {
    index.load(Array.from(after.values(), ({ id, bounds }) => [id, bounds] as const))
    return
  }
  for (const { id } of gone) index.remove(id)
  for (const { id, bounds } of different) index.put(id, bounds)
}

/** The line grew or shrank, or the lane moved. */
function tellLine({ axis: before }: Laid, { axis: after }: Laid, changing: Changing): void {
  if (before.lane !== after.lane) changing.damageAll()
  if (before.to === after.to) return
  const from = Math.min(before.to, after.to) - AROUND_LINE
  changing.damage({
    x: from,
    y: -AROUND_LINE,
    w: Math.max(before.to, after.to) + AROUND_LINE - from,
    h: 2 * AROUND_LINE,
  })
}
