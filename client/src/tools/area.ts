import type { ShapeId } from '@momentous/shared/domain/id'
import { distance, rectBetween, type Point, type Rect } from '@momentous/shared/scene/geometry'
import { letGo, type Bench } from './bench.ts'
import { writeFirst } from './edit-shape.ts'
import type { Contact, ToolState } from './tool.ts'

const SLIP = 6
/** What a mere click makes. */
export const USUAL_AREA = { w: 480, h: 320 } as const
const LEAST = 40

const rounded = ({ x, y, w, h }: Rect): [number, number, number, number] => [
  Math.round(x),
  Math.round(y),
  Math.max(LEAST, Math.round(w)),
  Math.max(LEAST, Math.round(h)),
]

/** The new area wants its title at once. */
export function putArea(rect: Rect, bench: Bench): void {
  const { wall } = bench
  const id = wall.newId<ShapeId>()
  if (!wall.act('add-shape', { kind: 'area', id, place: rounded(rect) }).allowed) return
  writeFirst(id, bench)
}

/** With Shift it becomes a square. */
function drawnOut(from: Point, { at, shift }: Pick<Contact, 'at' | 'shift'>): Rect {
  if (!shift) return rectBetween(from, at)
  const side = Math.max(Math.abs(at.x - from.x), Math.abs(at.y - from.y))
  return rectBetween(from, {
    x: from.x + (at.x < from.x ? -side : side),
    y: from.y + (at.y < from.y ? -side : side),
  })
}

function drawingOut(start: Contact): ToolState {
  let moved = false
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') {
        letGo(bench.live)
        return areaAtRest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      moved ||= distance(gesture.screen, start.screen) > SLIP
      const rect = moved ? drawnOut(start.at, gesture) : { ...start.at, ...USUAL_AREA }
      if (gesture.type === 'lift') {
        letGo(bench.live)
        putArea(rect, bench)
        return areaAtRest
      }
      if (moved) bench.live.shape.set({ kind: 'area', rect })
      return state
    },
  }
  return state
}

export const areaAtRest: ToolState = {
  on: (gesture) => (gesture.type === 'press' ? drawingOut(gesture) : areaAtRest),
}
