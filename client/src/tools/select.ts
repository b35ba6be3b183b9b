import { toolWords } from '../words/canvas.ts'
import { contains, distance, rectBetween, type Point, type Rect } from '../model/geometry.ts'
import type { SceneNote } from '../model/note-layout.ts'
import type { ScenePiece } from '../model/scene.ts'
import type { SceneShape } from '../model/shape-layout.ts'
import { letGo, type Bench } from './bench.ts'
import { dragging, liftNotes } from './drag-notes.ts'
import { draggingShapes, liftShapes } from './drag-shapes.ts'
import { editNote } from './edit-note.ts'
import { editShape } from './edit-shape.ts'
import { panning } from './hand.ts'
import { noteOfDotAt, pressOf } from './press-note.ts'
import { handleAt, resizing } from './resize-note.ts'
import type { Contact, Gesture, Tool, ToolState } from './tool.ts'
import type { PieceId } from '@momentous/shared/domain/piece'

/** A press becomes a drag when it has moved this far on the screen. */
const SLIP = 4

type Press = Extract<Gesture, { type: 'press' }>

const rest: ToolState = {
  on(gesture, bench) {
    if (gesture.type === 'hover') bench.live.hover.set(bench.scene.noteAt(gesture.at)?.id ?? null)
    return gesture.type === 'press' ? press(gesture, bench) : rest
  },
}

function press(gesture: Press, bench: Bench): ToolState {
  const handle = handleAt(gesture.screen, bench)
  if (handle) return resizing(gesture.at, handle.note, handle.corner, rest)
  const shape = shapeAt(gesture.at, bench)
  if (shape) return onShape(gesture, shape, bench)
  const note = noteOfDotAt(gesture.at, bench) ?? bench.scene.noteAt(gesture.at)
  if (!note) return gesture.pointer === 'touch' ? touchedWall(gesture, bench) : drawingOut(gesture, bench)
  return onNote(gesture, note, bench)
}

/** How far a hand may miss a line, in px. */
const REACH = 5

const isShape = (piece: ScenePiece | undefined): piece is SceneShape =>
  piece !== undefined && piece.kind !== 'note' && piece.kind !== 'stroke'

/** The shape on top of everything else there. */
function shapeAt(at: Point, { scene, camera }: Bench): SceneShape | null {
  const piece = scene.pieceAt(at, REACH / camera.view().zoom)
  return isShape(piece) ? piece : null
}

/** Pressed on a shape: as with a note. */
function onShape(start: Press, { id }: SceneShape, bench: Bench): ToolState {
  const before = bench.selection.pieces()
  const state: ToolState = {
    on(gesture, { selection }) {
      if (gesture.type === 'cancel') {
        selection.set(before)
        return rest
      }
      if (gesture.type === 'lift') {
        if (start.clicks === 2 && editShape(id, bench)) return rest
        if (start.shift) selection.toggle(id)
        else selection.set([id])
        return rest
      }
      if (gesture.type !== 'drag' || distance(gesture.screen, start.screen) < SLIP) return state
      if (!before.has(id)) selection.set(start.shift ? [...before, id] : [id])
      return draggingShapes(liftShapes(start.at, before, bench), rest).on(gesture, bench)
    },
  }
  return state
}

/** Pressed on a note: a lift selects it, a move takes it along. */
function onNote(start: Press, note: SceneNote, bench: Bench): ToolState {
  const before = bench.selection.ids()
  const pressed = pressOf(note, bench)
  const state: ToolState = {
    on(gesture, { selection }) {
      switch (gesture.type) {
        case 'cancel':
          selection.set(before)
          return rest
        case 'lift':
          // Opened at the lift: the press itself gives the wall the focus.
          if (start.clicks === 2 && !pressed && editNote(note.id, bench)) return rest
          if (!start.shift && pressed) pressed.act(note, gesture.at, bench)
          else if (start.shift) selection.toggle(note.id)
          else selection.set([note.id])
          return rest
        case 'drag': {
          if (distance(gesture.screen, start.screen) < SLIP) return state
          if (!before.has(note.id)) selection.set(start.shift ? [...before, note.id] : [note.id])
          return dragging(liftNotes(start.at, note, before, bench), rest).on(gesture, bench)
        }
        case 'press':
        case 'hover':
          return state
      }
    },
  }
  return state
}

/** One finger on the bare wall moves the wall; a mere touch clears the selection. */
function touchedWall(start: Contact, { camera }: Bench): ToolState {
  const first = camera.view()
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') return rest
      if (gesture.type === 'lift') {
        bench.selection.clear()
        return rest
      }
      if (gesture.type !== 'drag' || distance(gesture.screen, start.screen) < SLIP) return state
      return panning(start.screen, first, rest).on(gesture, bench)
    },
  }
  return state
}

/** Draws the selection rectangle out of a corner; with Shift it adds to what was selected. */
function drawingOut(start: Contact, { selection }: Bench): ToolState {
  const before = selection.pieces()
  const kept = start.shift ? before : new Set<PieceId>()
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') {
        bench.selection.set(before)
        letGo(bench.live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      if (gesture.type === 'drag') drawOut(start.at, gesture.at, kept, bench)
      else {
        if (distance(gesture.screen, start.screen) < SLIP) bench.selection.set(kept)
        letGo(bench.live)
      }
      return gesture.type === 'drag' ? state : rest
    },
  }
  return state
}

/** An area is taken with all that it is: whoever takes notes in it doesn't mean it. */
function isIn({ rect: { x, y, w, h } }: ScenePiece, whole: Rect): boolean {
  return contains(whole, { x, y }) && contains(whole, { x: x + w, y: y + h })
}

function drawOut(from: Point, to: Point, kept: ReadonlySet<PieceId>, { live, scene, selection }: Bench): void {
  const rect = rectBetween(from, to)
  live.marquee.set(rect)
  const shapes = scene.piecesIn(rect).filter((piece) => isShape(piece) && (piece.kind !== 'area' || isIn(piece, rect)))
  selection.set([...kept, ...scene.notesIn(rect).map(({ id }) => id), ...shapes.map(({ id }) => id)])
}

export const select: Tool = {
  label: toolWords.select,
  icon: 'mouse-pointer-2',
  shortcut: 'V',
  roles: ['facilitator', 'participant'],
  shelf: 'notes',
  extra: false,
  row: null,
  cursor: 'default',
  rest,
}
