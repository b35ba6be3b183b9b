import { distance } from '@momentous/shared/scene/geometry'
import { meantBy } from '../model/groups.ts'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import type { SceneShape } from '@momentous/shared/scene/shape-layout'
import type { Bench } from './bench.ts'
import { dragging, liftPieces } from './drag-pieces.ts'
import { connectorEndAt, pullingEnd } from './connector-ends.ts'
import { editNote } from './edit-note.ts'
import { editShape } from './edit-shape.ts'
import { panning } from './hand.ts'
import { lassoing } from './lasso.ts'
import { adds, drawingOut } from './marquee.ts'
import { putNote } from './note.ts'
import { onStage, stageUnder } from './move-stage.ts'
import { linkUnder, openLinkUnder } from './open-link.ts'
import { noteOfDotAt, pressOf } from './press-note.ts'
import { cursorOf, handleAt } from './handles.ts'
import { resizing } from './resize-pieces.ts'
import type { Contact, Gesture, ToolState } from './tool.ts'
import type { PieceId } from '@momentous/shared/domain/piece'

/** A press becomes a drag when it has moved this far on the screen. */
const SLIP = 4

type Press = Extract<Gesture, { type: 'press' }>

export const selectAtRest: ToolState = {
  on(gesture, bench) {
    if (gesture.type === 'hover') lookUnder(gesture, bench)
    return gesture.type === 'press' ? press(gesture, bench) : selectAtRest
  },
}

function lookUnder(gesture: Contact, bench: Bench): void {
  const { live, scene } = bench
  const handle = handleAt(gesture, bench)
  const end = connectorEndAt(gesture, bench)
  live.hover.set(handle === null && end === null ? (scene.noteAt(gesture.at)?.id ?? null) : null)
  const stage = scene.pieceAt(gesture.at, 0) ? undefined : stageUnder(gesture, bench)
  if (stage) return live.cursor.set('ew-resize')
  if (gesture.mod && linkUnder(gesture, scene.pieceAt(gesture.at, 0)) !== null) return live.cursor.set('pointer')
  live.cursor.set(end ? 'crosshair' : handle && cursorOf(handle.corner))
}

function press(gesture: Press, bench: Bench): ToolState {
  const handle = handleAt(gesture, bench)
  if (handle) return resizing(gesture.at, handle.handled, handle.corner, selectAtRest)
  const end = connectorEndAt(gesture, bench)
  if (end) return pullingEnd(gesture, end.connector, end.side, selectAtRest)
  const piece = pieceUnder(gesture, bench)
  if (piece) return onPiece(gesture, piece, bench)
  const stage = stageUnder(gesture, bench)
  return stage ? onStage(gesture, stage, selectAtRest) : onWall(gesture, bench)
}

/** Pressed where nothing can be taken along: what is drawn out of there depends on the hand. */
function onWall(gesture: Press, bench: Bench): ToolState {
  const around = bench.desk.around.get()
  if (gesture.alt || around === 'line') return lassoing(gesture, bench, selectAtRest)
  if (gesture.clicks === 2 && gesture.pointer !== 'touch') return pressedTwice(gesture, bench)
  const drawsOut = gesture.pointer !== 'touch' || around === 'rectangle'
  return drawsOut ? drawingOut(gesture, bench, selectAtRest) : touchedWall(gesture, bench)
}

/** A double click on the bare wall writes a note there; drawn on, it is the rectangle that it began as. */
function pressedTwice(start: Press, bench: Bench): ToolState {
  const state: ToolState = {
    on(gesture) {
      if (gesture.type === 'cancel') return selectAtRest
      if (gesture.type === 'drag' && distance(gesture.screen, start.screen) >= SLIP)
        return drawingOut(start, bench, selectAtRest).on(gesture, bench)
      if (gesture.type !== 'lift') return state
      putNote(start.at, bench)
      return selectAtRest
    },
  }
  return state
}

/** How far a hand may miss a line, in px. */
const REACH = 5

const isShape = (piece: ScenePiece): piece is SceneShape => piece.kind !== 'note' && piece.kind !== 'stroke'

/** What a press takes: a shape on top of everything, else a note, and ink only where no note lies under it. */
function pieceUnder({ at, pointer }: Press, bench: Bench): ScenePiece | undefined {
  const { scene, camera, selection } = bench
  const piece = scene.pieceAt(at, REACH / camera.view().zoom)
  if (piece && isShape(piece)) return piece
  const note = noteOfDotAt(at, bench) ?? scene.noteAt(at)
  // A finger between lines moves the wall.
  if (note || piece?.kind !== 'stroke' || (pointer === 'touch' && !selection.has(piece.id))) return note
  return piece
}

function isLocked(piece: ScenePiece): boolean {
  if (piece.kind === 'note') return piece.moment.locked
  return isShape(piece) && piece.shape.locked
}

/** Opens what can be typed into. */
function openWords(piece: ScenePiece, bench: Bench): boolean {
  if (piece.kind === 'note') return editNote(piece.id, bench)
  return isShape(piece) && editShape(piece.id, bench)
}

/** Pressed on a piece: a lift selects it with its group, a second press reaches it alone, a move takes it along. */
function onPiece(start: Press, piece: ScenePiece, bench: Bench): ToolState {
  const { id } = piece
  const before = bench.selection.pieces()
  const meant = meantBy(id, before, bench)
  const note = piece.kind === 'note' ? piece : null
  const pressed = note ? pressOf(note, bench) : undefined
  const state: ToolState = {
    on(gesture, { selection }) {
      switch (gesture.type) {
        case 'cancel':
          selection.set(before)
          return selectAtRest
        case 'lift':
          if (openLinkUnder(start, piece, start.clicks === 1 && before.size === 1 && before.has(id)))
            return selectAtRest
          // Opened at the lift: the press itself gives the wall the focus.
          if (start.clicks === 2 && !pressed && openWords(piece, bench)) return selectAtRest
          if (adds(start, bench)) selection.set(toggled(before, meant))
          else if (pressed && note) pressed.act(note, gesture.at, bench)
          else selection.set(start.clicks === 2 ? [id] : meant)
          return selectAtRest
        case 'drag': {
          if (distance(gesture.screen, start.screen) < SLIP) return state
          // What is locked is a part of the wall to whoever pulls there, also in a group.
          if (isLocked(piece)) return onWall(start, bench).on(gesture, bench)
          if (!before.has(id)) selection.set(adds(start, bench) ? [...before, ...meant] : meant)
          return dragging(liftPieces(start.at, note, before, bench), selectAtRest).on(gesture, bench)
        }
        case 'press':
        case 'hover':
          return state
      }
    },
  }
  return state
}

/** A finger that has rested for so long before it moved doesn't mean to move the wall. */
export const RESTED_MS = 450

function hasRested(start: Contact, first: Contact): boolean {
  return first.time - start.time >= RESTED_MS
}

function toggled(selected: ReadonlySet<PieceId>, ids: readonly PieceId[]): readonly PieceId[] {
  const off = ids.every((id) => selected.has(id))
  const others = [...selected].filter((id) => !ids.includes(id))
  return off ? others : [...others, ...ids]
}

/** One finger on the bare wall moves the wall, or, after it has rested, draws out a rectangle; a mere touch clears the selection. */
function touchedWall(start: Contact, bench: Bench): ToolState {
  const { camera, selection } = bench
  const first = camera.view()
  const state: ToolState = {
    on(gesture) {
      if (gesture.type === 'cancel') return selectAtRest
      if (gesture.type === 'lift') {
        selection.clear()
        return selectAtRest
      }
      if (gesture.type !== 'drag' || distance(gesture.screen, start.screen) < SLIP) return state
      if (hasRested(start, gesture.trail[0] ?? gesture))
        return drawingOut(start, bench, selectAtRest).on(gesture, bench)
      return panning(start.screen, first, selectAtRest).on(gesture, bench)
    },
  }
  return state
}
