import { toolWords } from '../words/canvas.ts'
import type { StrokeId } from '@momentous/shared/domain/id'
import type { Point } from '../model/geometry.ts'
import { letGo, type Bench } from './bench.ts'
import type { Tool, ToolState } from './tool.ts'

/** Radius on the screen. */
const REACH = 8

/** Marks every stroke on the way; they leave the document together when the pointer lifts. */
function rubbing(last: Point, marked: ReadonlySet<StrokeId>): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      const { live, wall } = bench
      if (gesture.type === 'cancel') {
        letGo(live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      const all = rub(last, gesture.at, marked, bench)
      if (gesture.type === 'drag') return rubbing(gesture.at, all)
      letGo(live)
      if (all.size > 0) wall.act('erase-strokes', { ids: [...all] })
      return rest
    },
  }
  return state
}

function rub(
  from: Point,
  to: Point,
  marked: ReadonlySet<StrokeId>,
  { scene, camera, live }: Bench,
): ReadonlySet<StrokeId> {
  const found = scene.strokesAlong(from, to, REACH / camera.view().zoom)
  if (found.every((id) => marked.has(id))) return marked
  const all = new Set([...marked, ...found])
  live.erasing.set(all)
  return all
}

const rest: ToolState = {
  on(gesture, bench) {
    if (gesture.type !== 'press') return rest
    return rubbing(gesture.at, rub(gesture.at, gesture.at, new Set(), bench))
  },
}

export const eraser: Tool = {
  label: toolWords.eraser,
  icon: 'eraser',
  shortcut: 'E',
  roles: ['facilitator', 'participant'],
  shelf: 'ink',
  extra: false,
  row: 'ink',
  cursor: 'cell',
  rest,
}
