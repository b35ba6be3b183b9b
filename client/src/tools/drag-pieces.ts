import type { MomentId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import { around, centre, type Point, type Rect } from '@momentous/shared/scene/geometry'
import { movable, moveEach, type Movable } from '../model/moved-pieces.ts'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Guide } from '../model/guide.ts'
import { wholeRect } from '../model/snapping.ts'
import { goneFromHand } from '../words/gone-from-hand.ts'
import { letGo, type Bench } from './bench.ts'
import { landingOf, landsOnTimeline } from './landing.ts'
import { createSnapping, type Snapping } from './snap-pieces.ts'
import type { Gesture, ToolState } from './tool.ts'

/** Pieces as they were when the hand took them up. Every step is computed from here, never from the step before. */
interface Lifted extends Movable {
  readonly start: Point
  /** The note that the hand holds on to; null where that is another piece. */
  readonly grabbed: SceneNote | null
  readonly selectedBefore: ReadonlySet<PieceId>
  /** Around all of them but the ink, which has no edges. */
  readonly whole: Rect | null
  readonly snapping: Snapping
}

type Held = Exclude<Gesture, { type: 'cancel' }>

/** Locked pieces stay where they are, whoever is dragged with them, and connectors that hold on at both ends follow. */
export function liftPieces(
  start: Point,
  grabbed: SceneNote | null,
  selectedBefore: ReadonlySet<PieceId>,
  bench: Bench,
): Lifted {
  const held = movable(bench.selection.pieces(), bench)
  const ids = new Set<PieceId>([...held.notes.keys(), ...[...held.shapes, ...held.strokes].map(({ id }) => id)])
  const firm = [...ids].flatMap((id) => bench.scene.piece(id) ?? []).filter(({ kind }) => kind !== 'stroke')
  const whole = around(firm.map(({ rect }) => rect))
  return { start, grabbed, selectedBefore, ...held, whole, snapping: createSnapping(ids) }
}

function offset({ start }: Lifted, at: Point): Point {
  return { x: Math.round(at.x - start.x), y: Math.round(at.y - start.y) }
}

const shifted = ([x, y, w, h]: Place, by: Point): Place => [x + by.x, y + by.y, w, h]

function placesAt(lifted: Lifted, by: Point, { scene }: Bench): ReadonlyMap<PieceId, Place> {
  const others = [...lifted.shapes, ...lifted.strokes].flatMap(({ id }) => scene.piece(id) ?? [])
  const rects = others.map(({ id, rect: { x, y, w, h } }) => [id, [x, y, w, h]] as const)
  return new Map<PieceId, Place>([...lifted.notes, ...rects].map(([id, place]) => [id, shifted(place, by)] as const))
}

function middleAt(grabbed: SceneNote, by: Point): Point {
  const middle = centre(grabbed.rect)
  return { x: middle.x + by.x, y: middle.y + by.y }
}

/** Where the grabbed note would join the timeline. With Ctrl it stays exactly where it is dropped, on the timeline too. */
function joiningAt({ grabbed }: Lifted, by: Point, gesture: Held): Point | null {
  if (grabbed === null || grabbed.number === null || gesture.mod) return null
  const middle = middleAt(grabbed, by)
  return landsOnTimeline(middle) ? middle : null
}

interface Going {
  readonly by: Point
  /** Where the grabbed note would join the timeline. */
  readonly joining: Point | null
  readonly guides: readonly Guide[]
}

/** How far the pieces go: with the hand, and in line with others where they don't join the timeline. */
function goingTo(lifted: Lifted, gesture: Held, bench: Bench): Going {
  const by = offset(lifted, gesture.at)
  const joining = joiningAt(lifted, by, gesture)
  const { whole, snapping } = lifted
  if (joining !== null || whole === null) return { by, joining, guides: [] }
  const snapped = snapping({ ...whole, x: whole.x + by.x, y: whole.y + by.y }, wholeRect, gesture, bench)
  const going = { x: Math.round(by.x + snapped.by.x), y: Math.round(by.y + snapped.by.y) }
  return { by: going, joining: null, guides: snapped.guides }
}

/**
 * With Alt what was in the hand stays where it was, and its copies lie where it was dropped. The wall is painted before the
 * code of copies is here, which comes with its commands.
 */
function dropCopies({ notes }: Lifted, { by, joining }: Going, bench: Bench): void {
  const after = joining === null ? null : landingOf(joining, new Set(), bench.scene).after
  const placeOf = (id: MomentId) => (after === null ? (notes.get(id) ?? null) : null)
  void import('./duplicate-pieces.ts').then(({ dropAsCopies }) =>
    dropAsCopies(bench, placeOf, after === null ? { by } : { by, after }),
  )
}

/** All that was in the hand lies elsewhere: one step of undo. */
function drop(lifted: Lifted, gesture: Held, bench: Bench): void {
  const { wall } = bench
  const going = goingTo(lifted, gesture, bench)
  if (gesture.alt) return dropCopies(lifted, going, bench)
  const { by, joining } = going
  const notes = joining === null ? lifted.notes : new Map<MomentId, Place>()
  wall.together(() => {
    if (joining !== null && !joinTimeline(lifted, joining, bench)) return
    moveEach({ ...lifted, notes }, () => by, wall)
  })
}

function joinTimeline({ notes }: Lifted, middle: Point, { wall, scene }: Bench): boolean {
  const ids = scene.order().filter((id) => notes.has(id))
  if (ids.length === 0) return true
  const { after } = landingOf(middle, new Set(ids), scene)
  if (!changesOrder(ids, after, scene.order()) && !ids.some((id) => wall.moment(id)?.place)) return true
  return wall.act('reorder-moments', { ids, after }).allowed
}

/** False when the ids already stand together, right after `after`. */
function changesOrder(ids: readonly MomentId[], after: MomentId | null, order: readonly MomentId[]): boolean {
  const first = after === null ? 0 : order.indexOf(after) + 1
  return ids.some((id, index) => order[first + index] !== id)
}

/** What somebody else puts in the bin or under another note is in nobody's hand any more; the rest still is. */
function stillThere(lifted: Lifted, { scene }: Bench): Lifted {
  const isThere = ({ id }: { readonly id: PieceId }) => scene.piece(id) !== undefined
  const gone = [...lifted.notes.keys()].filter((id) => scene.note(id) === undefined)
  const [shapes, strokes] = [lifted.shapes.filter(isThere), lifted.strokes.filter(isThere)]
  const all = gone.length === 0 && shapes.length === lifted.shapes.length && strokes.length === lifted.strokes.length
  if (all) return lifted
  const notes = new Map([...lifted.notes].filter(([id]) => !gone.includes(id)))
  return { ...lifted, notes, shapes, strokes }
}

/** Is what the hand holds on to gone, or everything that it holds? Then there is nothing to put down. */
function isEmptyHanded({ grabbed, notes, shapes, strokes }: Lifted): boolean {
  return (grabbed !== null && !notes.has(grabbed.id)) || notes.size + shapes.length + strokes.length === 0
}

function tellGone({ grabbed }: Lifted, { wall, selection, scene }: Bench): void {
  selection.keep((id) => scene.piece(id) !== undefined)
  const moment = grabbed && wall.moment(grabbed.id)
  const words = moment ? ([moment.text, moment.removed ? 'bin' : 'stack'] as const) : (['', 'bin'] as const)
  wall.say(goneFromHand(...words))
}

export function dragging(lifted: Lifted, rest: ToolState): ToolState {
  let held = lifted
  const state: ToolState = {
    on(gesture, bench) {
      const { live, scene, selection } = bench
      const before = held
      held = stillThere(held, bench)
      if (held !== before && gesture.type !== 'cancel' && isEmptyHanded(held)) {
        letGo(live)
        tellGone(held, bench)
        return rest
      }
      switch (gesture.type) {
        case 'cancel':
          letGo(live)
          live.cursor.set(null)
          selection.set(lifted.selectedBefore)
          return rest
        case 'lift':
          drop(held, gesture, bench)
          letGo(live)
          live.cursor.set(null)
          return rest
        case 'drag': {
          const { by, joining, guides } = goingTo(held, gesture, bench)
          live.copying.set(gesture.alt)
          live.cursor.set(gesture.alt ? 'copy' : null)
          live.drag.set(placesAt(held, by, bench))
          live.guides.set(guides)
          live.cursor.set('grabbing')
          const moving = new Set(held.notes.keys())
          const others = gesture.alt ? new Set<MomentId>() : moving
          live.landing.set(joining === null ? null : landingOf(joining, others, scene).number)
          return state
        }
        case 'press':
        case 'hover':
          return state
      }
    },
  }
  return state
}
