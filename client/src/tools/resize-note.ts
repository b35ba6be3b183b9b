import type { Place } from '@momentous/shared/domain/moment'
import { distance, type Point, type Rect } from '../model/geometry.ts'
import type { SceneNote } from '../model/note-layout.ts'
import type { Pulled } from '../model/snapping.ts'
import { letGo, type Bench } from './bench.ts'
import { createSnapping } from './snap-pieces.ts'
import type { Contact, ToolState } from './tool.ts'

export const HANDLE = 10
/** How far from a handle's middle a press still takes it: half of 24 px, the hit size. */
const HANDLE_REACH = 12
/** The same for a finger, half of 44 px; of a note that is small on the screen, enough stays to be dragged. */
const FINGER_REACH = 22
const FINGER_SHARE = 1 / 3
/** The ring lies this far outside the note, and the handles on the ring. */
export const RING_GAP = 3
const SMALLEST = { w: 120, h: 72 } as const

/** Which corner is pulled: -1 is left or top. */
interface Corner {
  readonly x: -1 | 1
  readonly y: -1 | 1
}
const corners: readonly Corner[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
]

/** Middles of the four handles around a rectangle on the screen. */
export function handleSpots({ x, y, w, h }: Rect): readonly Point[] {
  const at = (corner: -1 | 1, from: number, length: number) => (corner < 0 ? from - RING_GAP : from + length + RING_GAP)
  return corners.map((corner) => ({ x: at(corner.x, x, w), y: at(corner.y, y, h) }))
}

/** Only one note at a time has handles, and a locked one has none. */
export function handledNote({ selection, scene, wall, desk }: Bench): SceneNote | undefined {
  const lead = selection.lead()
  if (selection.ids().size !== 1 || lead === null || desk.editing.get() !== null) return undefined
  const note = scene.note(lead)
  if (!note || note.moment.locked) return undefined
  return wall.check('place-moments', { places: [{ id: note.id, place: null }] }).allowed ? note : undefined
}

/** The handle under a press, and its note. */
export function handleAt(
  { screen, pointer }: Pick<Contact, 'screen' | 'pointer'>,
  bench: Bench,
): { note: SceneNote; corner: Corner } | null {
  const note = handledNote(bench)
  if (!note) return null
  const { zoom } = bench.camera.view()
  const shown = { ...bench.camera.toScreen(note.rect), w: note.rect.w * zoom, h: note.rect.h * zoom }
  const finger = Math.max(HANDLE_REACH, Math.min(FINGER_REACH, Math.min(shown.w, shown.h) * FINGER_SHARE))
  const reach = pointer === 'touch' ? finger : HANDLE_REACH
  const index = handleSpots(shown).findIndex((spot) => distance(spot, screen) <= reach)
  const corner = corners[index]
  return corner ? { note, corner } : null
}

/** The rectangle with one corner pulled; the opposite corner stays, and it never gets smaller than a short note. */
function pulled(rect: Rect, corner: Corner, dx: number, dy: number): Place {
  const w = Math.max(SMALLEST.w, Math.round(rect.w + corner.x * dx))
  const h = Math.max(SMALLEST.h, Math.round(rect.h + corner.y * dy))
  return [corner.x < 0 ? rect.x + rect.w - w : rect.x, corner.y < 0 ? rect.y + rect.h - h : rect.y, w, h]
}

/** Only the edges that are pulled look for a line. */
function edgesOf({ x, y }: Corner): Pulled {
  return { x: [x < 0 ? 0 : 1], y: [y < 0 ? 0 : 1] }
}

export function resizing(start: Point, note: SceneNote, corner: Corner, rest: ToolState): ToolState {
  const snapping = createSnapping(new Set([note.id]))
  const state: ToolState = {
    on(gesture, bench) {
      const { live, wall } = bench
      if (gesture.type === 'cancel') {
        letGo(live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      const [dx, dy] = [gesture.at.x - start.x, gesture.at.y - start.y]
      const [x, y, w, h] = pulled(note.rect, corner, dx, dy)
      const { by, guides } = snapping({ x, y, w, h }, edgesOf(corner), gesture, bench)
      const place = pulled(note.rect, corner, dx + by.x, dy + by.y)
      live.guides.set(guides)
      live.drag.set(new Map([[note.id, place]]))
      if (gesture.type === 'drag') return state
      wall.act('place-moments', { places: [{ id: note.id, place: [...place] }] })
      letGo(live)
      return rest
    },
  }
  return state
}
