import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import type { Moment, Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import { around, type Point, type Rect } from './geometry.ts'
import { createInkScene, type SceneStroke } from './ink-scene.ts'
import { createNoteScene, type Axis, type SceneNote } from './note-scene.ts'
import { shapeAt, type NoteShape } from './note-shape.ts'
import type { TextFitter } from './text-layout.ts'
import type { Wall } from './wall.ts'

export interface Scene {
  note(id: PieceId): SceneNote | undefined
  notesIn(rect: Rect): readonly SceneNote[]
  /** The topmost note under the point. */
  noteAt(point: Point): SceneNote | undefined
  /** The timeline's notes in order, then those behind the scenes. */
  order(): readonly MomentId[]
  onTimeline(): number
  /** What the note would be like at another place, while it is dragged. */
  shape(moment: Moment, place: Place): NoteShape
  strokesIn(rect: Rect): readonly SceneStroke[]
  strokesAlong(from: Point, to: Point, reach: number): readonly StrokeId[]
  axis(): Axis
  bounds(ids?: Iterable<MomentId>): Rect | null
  /** The font has arrived: every line is measured anew. */
  refit(): void
  subscribe(listener: () => void): () => void
  dispose(): void
}

/** Follows the wall's changes; what is drawn, hit and mirrored comes from here. */
export function createScene(wall: Wall, fitter: TextFitter): Scene {
  const notes = createNoteScene(wall, fitter)
  const ink = createInkScene(wall)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const leave = wall.subscribe((change) => {
    if (change.kind === 'moments') notes.update(change.ids)
    else if (change.kind === 'ink') ink.update(change.ids)
    tell()
  })

  return {
    note: notes.get,
    notesIn: notes.within,
    noteAt: notes.at,
    order: () => notes.laid().order,
    onTimeline: () => notes.laid().count,
    shape: (moment, place) => shapeAt(moment, place, fitter),
    strokesIn: ink.within,
    strokesAlong: ink.along,
    axis: () => notes.laid().axis,
    bounds: (ids) =>
      around(ids ? Array.from(ids).flatMap((id) => notes.get(id)?.rect ?? []) : [...notes.rects(), ...ink.bounds()]),
    refit() {
      fitter.forget()
      notes.forget()
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    dispose() {
      leave()
      listeners.clear()
    },
  }
}
