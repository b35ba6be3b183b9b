import type { ShapeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import { letGo, type Bench } from './bench.ts'
import type { Contact, ToolState } from './tool.ts'

const SLIP = 6
/** How far a hand may miss a line, in px. */
const REACH = 6

/** What a connector would hold on to there: the topmost piece that is no connector, else, or with Alt, the point itself. */
export function endAt({ at, alt }: Pick<Contact, 'at' | 'alt'>, { scene, camera }: Bench): End {
  const piece = alt ? undefined : scene.pieceAt(at, REACH / camera.view().zoom)
  if (piece && piece.kind !== 'connector') return { at: piece.id }
  return { point: [Math.round(at.x), Math.round(at.y)] }
}

export const heldBy = (end: End): PieceId | null => ('at' in end ? end.at : null)

export const isSame = (from: End, to: End) => heldBy(from) !== null && heldBy(from) === heldBy(to)

function connect(from: End, to: End, { wall }: Bench): ShapeId | null {
  const id = wall.newId<ShapeId>()
  return wall.act('add-shape', { kind: 'connector', id, from, to }).allowed ? id : null
}

/** Connects the selected pieces one after the other, in the order in which they were selected. False when there are too few. */
export function connectSelected(bench: Bench): boolean {
  const { wall, selection } = bench
  const held = [...selection.pieces()].filter((id) => wall.shape(id)?.kind !== 'connector')
  if (held.length < 2) return false
  wall.together(() => {
    held.slice(1).every((to, index) => connect({ at: held[index] ?? to }, { at: to }, bench) !== null)
  })
  return true
}

/** From the piece that the keys began at to the selected one. */
export function connectTo(from: PieceId, to: PieceId, bench: Bench): boolean {
  const id = from === to ? null : connect({ at: from }, { at: to }, bench)
  if (id !== null) bench.selection.set([id])
  return id !== null
}

function drawingOut(start: Contact, from: End): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      const { live, selection } = bench
      if (gesture.type === 'cancel') {
        letGo(live)
        return connectorAtRest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      const to = endAt(gesture, bench)
      const far = distance(gesture.screen, start.screen) > SLIP
      if (gesture.type === 'drag') {
        const loose = isSame(from, to)
        if (far) live.shape.set({ kind: 'connector', from, to: loose ? pointOf(gesture.at) : to, of: null })
        live.target.set(loose ? null : heldBy(to))
        return state
      }
      letGo(live)
      const id = far && !isSame(from, to) ? connect(from, to, bench) : null
      if (id !== null) selection.set([id])
      return connectorAtRest
    },
  }
  return state
}

export const pointOf = ({ x, y }: Point): End => ({ point: [Math.round(x), Math.round(y)] })

export const connectorAtRest: ToolState = {
  on(gesture, bench) {
    if (gesture.type === 'hover') bench.live.target.set(heldBy(endAt(gesture, bench)))
    return gesture.type === 'press' ? drawingOut(gesture, endAt(gesture, bench)) : connectorAtRest
  },
}
