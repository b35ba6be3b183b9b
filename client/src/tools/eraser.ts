import type { StrokeId } from '@momentous/shared/domain/id'
import type { Stroke } from '@momentous/shared/domain/stroke'
import { cutPieces, type Remains, type Rub } from '../model/cut-points.ts'
import { around, grow, type Point } from '@momentous/shared/scene/geometry'
import { inkWidth } from '@momentous/shared/scene/ink-scene'
import type { Wall } from '../model/wall.ts'
import { letGo, type Bench } from './bench.ts'
import { eraseStrokes } from './erase-strokes.ts'
import { mindErasures } from './erased-twice.ts'
import type { Contact, ToolState } from './tool.ts'

/** Radius on the screen. */
const REACH = { stroke: 8, part: 10 } as const

/** Half of the widest line, its new ends and what they are bent by. */
const WIDEST = 60

/** What was touched on the way; the document hears of it when the pointer lifts. */
interface Rubbed {
  readonly marked: ReadonlySet<StrokeId>
  /** Of strokes that are erased in part: what is left, where the stroke was drawn. */
  readonly remains: ReadonlyMap<StrokeId, Remains>
  /** Where the eraser ran over them. */
  readonly rubs: ReadonlyMap<StrokeId, readonly Rub[]>
}

const nothing: Rubbed = { marked: new Set(), remains: new Map(), rubs: new Map() }

/** Alt does for this gesture what the tray doesn't. */
function partly({ alt }: Contact, { desk }: Bench): boolean {
  return (desk.erases.get() === 'part') !== alt
}

/** Marks every stroke on the way, or cuts it; they leave the document together when the pointer lifts. */
function rubbing(last: Point, rubbed: Rubbed, inPart: boolean): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') {
        letGo(bench.live)
        return eraserAtRest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      const trail = gesture.type === 'drag' ? gesture.trail.map(({ at }) => at) : []
      let [from, all] = [last, rubbed]
      for (const to of [...trail, gesture.at]) {
        all = rub(from, to, all, inPart, bench)
        from = to
      }
      show(all, rubbed, [last, ...trail, gesture.at], bench)
      if (gesture.type === 'drag') return rubbing(gesture.at, all, inPart)
      letGo(bench.live)
      erase(all, bench)
      return eraserAtRest
    },
  }
  return state
}

function rub(from: Point, to: Point, rubbed: Rubbed, inPart: boolean, { scene, camera, wall }: Bench): Rubbed {
  const reach = REACH[inPart ? 'part' : 'stroke'] / camera.view().zoom
  const found = scene.strokesAlong(from, to, reach)
  if (!inPart) {
    if (found.every((id) => rubbed.marked.has(id))) return rubbed
    return { ...rubbed, marked: new Set([...rubbed.marked, ...found]) }
  }
  const remains = new Map(rubbed.remains)
  const rubs = new Map(rubbed.rubs)
  for (const id of found) {
    const stroke = wall.stroke(id)
    if (!stroke) continue
    const [x, y] = stroke.moved
    const local = (at: Point) => ({ x: at.x - x, y: at.y - y })
    const before = remains.get(id) ?? [stroke.points]
    const way = { from: local(from), to: local(to), reach: reach + inkWidth(stroke) / 2 }
    const after = cutPieces(before, way)
    if (after === before) continue
    remains.set(id, after)
    rubs.set(id, [...(rubs.get(id) ?? []), way])
  }
  if (rubs.size === 0) return rubbed
  return { marked: new Set([...rubbed.marked, ...remains.keys()]), remains, rubs }
}

/** A stroke that is touched for the first time is painted anew as a whole; then only where it is cut. */
function show(rubbed: Rubbed, before: Rubbed, way: readonly Point[], { live, camera }: Bench): void {
  if (rubbed.remains !== before.remains) {
    live.remains.set(rubbed.remains)
    const box = around(way.map((at) => ({ ...at, w: 0, h: 0 })))
    live.rubbed.set(box && grow(box, REACH.part / camera.view().zoom + WIDEST))
  }
  if (rubbed.marked.size !== before.marked.size) live.erasing.set(rubbed.marked)
}

/** One step of undo. What somebody else has erased in the meantime is gone already, and nothing of it comes back. */
function erase({ marked, remains, rubs }: Rubbed, bench: Bench): void {
  const { wall } = bench
  const strokes = [...marked].flatMap((id) => wall.stroke(id) ?? [])
  if (strokes.length === 0) return
  wall.together(() => {
    if (
      !eraseStrokes(
        strokes.map(({ id }) => id),
        bench,
      )
    )
      return
    const erasures = strokes.map((stroke) => {
      const pieces = (remains.get(stroke.id) ?? []).map((points) => leave(stroke, points, wall))
      return { stroke, rubs: rubs.get(stroke.id) ?? null, pieces }
    })
    mindErasures(wall, erasures)
  })
}

/** Writes a piece of a stroke, which lies where the stroke lay. */
function leave({ moved: [x, y], ...stroke }: Stroke, points: readonly number[], wall: Wall): StrokeId {
  const id = wall.newId<StrokeId>()
  wall.act('draw-stroke', { ...stroke, id, points: [...points], moved: [x, y] })
  return id
}

export const eraserAtRest: ToolState = {
  on(gesture, bench) {
    if (gesture.type === 'cancel') {
      bench.live.ring.set(null)
      return eraserAtRest
    }
    const inPart = partly(gesture, bench)
    bench.live.ring.set(REACH[inPart ? 'part' : 'stroke'])
    if (gesture.type !== 'press') return eraserAtRest
    const rubbed = rub(gesture.at, gesture.at, nothing, inPart, bench)
    show(rubbed, nothing, [gesture.at], bench)
    return rubbing(gesture.at, rubbed, inPart)
  },
}
