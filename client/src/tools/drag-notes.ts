import type { MomentId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import { centre, type Point } from '../model/geometry.ts'
import type { SceneNote } from '../model/note-layout.ts'
import { letGo, type Bench } from './bench.ts'
import { landingOf, landsOnTimeline } from './landing.ts'
import type { Gesture, ToolState } from './tool.ts'

/** Notes as they were when the hand took them up. Every step is computed from here, never from the step before. */
interface Lifted {
  readonly start: Point
  readonly grabbed: SceneNote
  readonly places: ReadonlyMap<MomentId, Place>
  readonly selectedBefore: ReadonlySet<MomentId>
}

/** Locked notes stay where they are, whoever is dragged with them. */
export function liftNotes(
  start: Point,
  grabbed: SceneNote,
  selectedBefore: ReadonlySet<MomentId>,
  bench: Bench,
): Lifted {
  const notes = Array.from(bench.selection.ids()).flatMap((id) => bench.scene.note(id) ?? [])
  const free = notes.filter(({ moment }) => !moment.locked)
  const places = new Map(free.map(({ id, rect: { x, y, w, h } }) => [id, [x, y, w, h] as Place]))
  return { start, grabbed, places, selectedBefore }
}

function placesAt({ start, places }: Lifted, at: Point): ReadonlyMap<MomentId, Place> {
  const dx = Math.round(at.x - start.x)
  const dy = Math.round(at.y - start.y)
  return new Map(Array.from(places, ([id, [x, y, w, h]]) => [id, [x + dx, y + dy, w, h]]))
}

function middleAt({ start, grabbed }: Lifted, at: Point): Point {
  const middle = centre(grabbed.rect)
  return { x: middle.x + at.x - start.x, y: middle.y + at.y - start.y }
}

/** With Alt a note stays exactly where it is dropped, on the timeline too. */
function joinsTimeline(lifted: Lifted, gesture: Exclude<Gesture, { type: 'cancel' }>): boolean {
  return lifted.grabbed.number !== null && !gesture.alt && landsOnTimeline(middleAt(lifted, gesture.at))
}

function drop(lifted: Lifted, gesture: Exclude<Gesture, { type: 'cancel' }>, { wall, scene }: Bench): void {
  if (lifted.places.size === 0) return
  const places = placesAt(lifted, gesture.at)
  if (!joinsTimeline(lifted, gesture)) {
    wall.act('place-moments', { places: Array.from(places, ([id, place]) => ({ id, place: [...place] })) })
    return
  }
  const ids = scene.order().filter((id) => places.has(id))
  const { after } = landingOf(middleAt(lifted, gesture.at), new Set(ids), scene)
  if (changesOrder(ids, after, scene.order()) || ids.some((id) => wall.moment(id)?.place)) {
    wall.act('reorder-moments', { ids, after })
  }
}

/** False when the ids already stand together, right after `after`. */
function changesOrder(ids: readonly MomentId[], after: MomentId | null, order: readonly MomentId[]): boolean {
  const first = after === null ? 0 : order.indexOf(after) + 1
  return ids.some((id, index) => order[first + index] !== id)
}

export function dragging(lifted: Lifted, rest: ToolState): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      const { live, scene, selection } = bench
      switch (gesture.type) {
        case 'cancel':
          letGo(live)
          selection.set(lifted.selectedBefore)
          return rest
        case 'lift':
          drop(lifted, gesture, bench)
          letGo(live)
          return rest
        case 'drag': {
          const places = placesAt(lifted, gesture.at)
          live.drag.set(places)
          const joins = joinsTimeline(lifted, gesture)
          const moving = new Set(places.keys())
          live.landing.set(joins ? landingOf(middleAt(lifted, gesture.at), moving, scene).number : null)
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
