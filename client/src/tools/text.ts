import type { ShapeId } from '@momentous/shared/domain/id'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import { TEXT_PAD, textLetters } from '@momentous/shared/scene/shape-layout'
import type { Bench } from './bench.ts'
import { editShape, writeFirst } from './edit-shape.ts'
import type { ToolState } from './tool.ts'

const SLIP = 8
const SIZE = 'm'
/** Words that run further than this go on in the next line. */
const WIDTH = 480

/** Where a free text lies whose first line runs through the point. */
export function textPlace({ x, y }: Point, { camera }: Bench): [number, number, number, number] {
  const { leading } = textLetters[SIZE]
  const height = leading + 2 * TEXT_PAD
  const width = Math.round(Math.min(WIDTH, Math.max(WIDTH / 2, camera.visible().w)))
  return [Math.round(x - TEXT_PAD), Math.round(y - height / 2), width, height]
}

export function newText(at: Point, bench: Bench): void {
  const { wall } = bench
  const id = wall.newId<ShapeId>()
  if (!wall.act('add-shape', { kind: 'text', id, place: textPlace(at, bench), size: SIZE }).allowed) return
  writeFirst(id, bench)
}

/** Opens the free text that lies there, or puts a new one whose first line runs through the point. */
function putText(at: Point, bench: Bench): void {
  const { scene } = bench
  const known = scene.pieceAt(at, 0)
  if (known?.kind === 'text' && editShape(known.id, bench)) return
  newText(at, bench)
}

function pressed(start: Point): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') return textAtRest
      if (gesture.type !== 'lift') return state
      if (distance(gesture.screen, start) <= SLIP) putText(gesture.at, bench)
      return textAtRest
    },
  }
  return state
}

export const textAtRest: ToolState = {
  on: (gesture) => (gesture.type === 'press' ? pressed(gesture.screen) : textAtRest),
}
