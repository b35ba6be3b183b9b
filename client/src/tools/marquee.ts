import type { PieceId } from '@momentous/shared/domain/piece'
import { contains, distance, rectBetween, type Point, type Rect } from '@momentous/shared/scene/geometry'
import { withGroups } from '../model/groups.ts'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import { letGo, type Bench } from './bench.ts'
import type { Contact, ToolState } from './tool.ts'

/** A press becomes a drag when it has moved this far on the screen. */
const SLIP = 4

/** With Shift, and for a finger that selects several, what is touched is added to what was selected. */
export function adds({ shift, pointer }: Contact, { desk }: Bench): boolean {
  return shift || (pointer === 'touch' && desk.around.get() !== 'wall')
}

/** Draws the selection rectangle out of a corner; with Shift it adds to what was selected. */
export function drawingOut(start: Contact, bench: Bench, rest: ToolState): ToolState {
  const { selection } = bench
  const before = selection.pieces()
  const kept = adds(start, bench) ? before : new Set<PieceId>()
  const state: ToolState = {
    on(gesture) {
      if (gesture.type === 'cancel') {
        selection.set(before)
        letGo(bench.live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      if (gesture.type === 'drag') drawOut(start.at, gesture.at, kept, bench)
      else {
        if (distance(gesture.screen, start.screen) < SLIP) selection.set(start.shift ? kept : [])
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

/** Ink is taken where it was drawn: whoever takes a note means no line around it. */
function takes(whole: Rect, piece: ScenePiece): boolean {
  if (piece.kind === 'area') return isIn(piece, whole)
  if (piece.kind !== 'stroke') return true
  const { points, moved } = piece.stroke
  return points.some((x, i) => i % 3 === 0 && contains(whole, { x: x + moved[0], y: (points[i + 1] ?? 0) + moved[1] }))
}

function drawOut(from: Point, to: Point, kept: ReadonlySet<PieceId>, bench: Bench): void {
  const rect = rectBetween(from, to)
  bench.live.marquee.set(rect)
  const pieces = bench.scene.piecesIn(rect).filter((piece) => piece.kind !== 'note' && takes(rect, piece))
  const touched = [...bench.scene.notesIn(rect), ...pieces].map(({ id }) => id)
  bench.selection.set([...kept, ...withGroups(touched, bench)])
}
