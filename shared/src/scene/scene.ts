import type { MomentId, StrokeId } from '../domain/id.ts'
import type { Moment, Place } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import { around, grow, intersects, type Point, type Rect } from './geometry.ts'
import { createInkScene, type SceneStroke } from './ink-scene.ts'
import type { Axis, SceneNote } from './note-layout.ts'
import { createNoteScene } from './note-scene.ts'
import { shapeAt, type NoteShape } from './note-shape.ts'
import { compareLying, type PieceScene } from './piece-scene.ts'
import { gatherChanges, type SceneChange } from './scene-change.ts'
import type { SceneConnector, SceneShape } from './shape-layout.ts'
import { createShapeScene } from './shape-scene.ts'
import { createStageScene, type SceneStage } from './stage-scene.ts'
import type { TextFitter } from './text-layout.ts'
import type { SceneSource } from './scene-source.ts'
import { listeners } from './listeners.ts'

/** Every kind of piece that is painted: another kind is one more here, and one more scene below. */
export type ScenePiece = SceneNote | SceneStroke | SceneShape

export interface Scene {
  note(id: PieceId): SceneNote | undefined
  /** The notes whose rectangles touch this one, from back to front. */
  notesIn(rect: Rect): readonly SceneNote[]
  /** The topmost note under the point. */
  noteAt(point: Point): SceneNote | undefined
  piece(id: PieceId): ScenePiece | undefined
  /** Everything that is painted there, from back to front. */
  paintedIn(part: Rect): readonly ScenePiece[]
  /** The pieces whose rectangles touch this one, from back to front. */
  piecesIn(rect: Rect): readonly ScenePiece[]
  /** The topmost piece under the point; `reach` is how far a hand may miss a line. */
  pieceAt(point: Point, reach: number): ScenePiece | undefined
  /** Is nothing painted there? */
  isBare(part: Rect): boolean
  /** The timeline's notes in order, then those behind the scenes. */
  order(): readonly MomentId[]
  onTimeline(): number
  /** What the note would be like at another place, while it is dragged. */
  shape(moment: Moment, place: Place): NoteShape
  /** The connectors that are to be seen now. */
  connectors(): readonly SceneConnector[]
  /** The connector as it is while what it holds on to lies elsewhere; in a hand itself, its free ends are at that place. */
  tied(connector: SceneConnector, rectOf: (id: PieceId) => Rect | undefined, place?: Place): SceneConnector
  /** What a shape would be like at another place or in another size, while it is in somebody's hand. */
  lying(piece: Exclude<SceneShape, SceneConnector>, place: Place): SceneShape
  strokesAlong(from: Point, to: Point, reach: number): readonly StrokeId[]
  axis(): Axis
  /** The stages of the timeline, in their order. */
  stages(): readonly SceneStage[]
  /** The stage whose title or divider lies there. */
  stageAt(point: Point, reach?: number): SceneStage | undefined
  /** Around these pieces, or around everything. */
  bounds(ids?: Iterable<PieceId>): Rect | null
  /** The font has arrived: every line is measured anew. */
  refit(): void
  /** What became different since the last call: for whoever paints. */
  collect(): SceneChange
  subscribe(listener: () => void): () => void
  dispose(): void
}

/** Follows the wall's changes; what is drawn, hit and mirrored comes from here. */
export function createScene(wall: SceneSource, fitter: TextFitter): Scene {
  const changes = gatherChanges()
  const notes = createNoteScene(wall, fitter, changes)
  const ink = createInkScene(wall, changes)
  const shapes = createShapeScene(wall, fitter, (id) => notes.get(id)?.rect ?? ink.get(id)?.rect, changes)
  const stages = createStageScene(wall, notes, fitter, changes)
  const kinds: readonly PieceScene<ScenePiece>[] = [notes, ink, shapes]
  const changed = listeners()
  let whole: { readonly bounds: Rect | null } | null = null
  const tell = () => {
    whole = null
    changed.tell()
  }
  const leave = wall.subscribe((change) => {
    for (const each of [...kinds, stages]) each.take(change)
    tell()
  })
  const notesIn = (rect: Rect) =>
    notes
      .within(rect)
      .filter((note) => intersects(note.rect, rect))
      .toSorted(compareLying)
  const piece = (id: PieceId) => notes.get(id) ?? ink.get(id) ?? shapes.get(id)

  return {
    ...findPieces(kinds),
    note: notes.get,
    notesIn,
    noteAt: (point) => notesIn({ ...point, w: 0, h: 0 }).at(-1),
    piece,
    order: () => notes.laid().order,
    onTimeline: () => notes.laid().count,
    shape: (moment, place) => shapeAt(moment, place, fitter),
    connectors: shapes.connectors,
    tied: shapes.tied,
    lying: shapes.lying,
    strokesAlong: ink.along,
    axis: () => notes.laid().axis,
    stages: stages.all,
    stageAt: stages.at,
    bounds(ids) {
      if (ids) return around(Array.from(ids).flatMap((id) => piece(id)?.rect ?? []))
      whole ??= { bounds: around(rectsOf(kinds)) }
      return whole.bounds
    },
    refit() {
      fitter.forget()
      for (const each of [notes, shapes, stages]) each.forget()
      tell()
    },
    collect() {
      for (const each of [...kinds, stages]) each.settle()
      return changes.collect()
    },
    subscribe: changed.add,
    dispose: leave,
  }
}

function* rectsOf(kinds: readonly PieceScene<ScenePiece>[]): Generator<Rect> {
  for (const kind of kinds) for (const { rect } of kind.all()) yield rect
}

/** Looks among all kinds of pieces. */
function findPieces(
  kinds: readonly PieceScene<ScenePiece>[],
): Pick<Scene, 'paintedIn' | 'piecesIn' | 'pieceAt' | 'isBare'> {
  const paintedIn = (part: Rect) => kinds.flatMap((kind) => kind.within(part)).toSorted(compareLying)
  return {
    paintedIn,
    piecesIn: (rect) => paintedIn(rect).filter((each) => intersects(each.rect, rect)),
    pieceAt(point, reach) {
      const near = grow({ ...point, w: 0, h: 0 }, reach)
      const hit = kinds.flatMap((kind) => kind.within(near).filter((each) => kind.hits(each, point, reach)))
      return hit.toSorted(compareLying).at(-1)
    },
    isBare: (part) => kinds.every((kind) => kind.within(part).length === 0),
  }
}
