import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Point, Rect } from '@momentous/shared/scene/geometry'
import { placeEach } from '../model/moved-pieces.ts'
import { partOf, pulled, type Corner } from '../model/resize.ts'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import type { Guide } from '../model/guide.ts'
import type { Pulled } from '../model/snapping.ts'
import { letGo, type Bench } from './bench.ts'
import { goneMeanwhile } from './gone-meanwhile.ts'
import { idsOf, type Handled } from './handles.ts'
import { createSnapping, type Snapping } from './snap-pieces.ts'
import type { Gesture, ToolState } from './tool.ts'

type Held = Exclude<Gesture, { type: 'cancel' }>

/** Only the edges that are pulled look for a line. */
function edgesOf({ x, y }: Corner): Pulled {
  return { x: x === 0 ? [] : [x < 0 ? 0 : 1], y: y === 0 ? [] : [y < 0 ? 0 : 1] }
}

interface Size {
  readonly rect: Rect
  readonly guides: readonly Guide[]
}

/** What it would be like now: as far as the hand is, and in line with others. */
function sizeAt(handled: Handled, corner: Corner, by: Point, gesture: Held, snapping: Snapping, bench: Bench): Size {
  const bounds = { ...handled, keeps: handled.keeps || gesture.shift }
  const free = pulled(handled.rect, corner, by, bounds)
  const snapped = snapping(free, edgesOf(corner), gesture, bench)
  if (!bounds.keeps) {
    const to = { x: by.x + snapped.by.x, y: by.y + snapped.by.y }
    return { rect: pulled(handled.rect, corner, to, bounds), guides: snapped.guides }
  }
  // In proportion only one edge can lie on a line: the one that is nearer to one.
  const upright = closest(snapped.guides, snapped.by)
  if (upright === null) return { rect: free, guides: [] }
  const wish = upright
    ? { x: corner.x * (free.w - handled.rect.w) + snapped.by.x, y: -Infinity * corner.y }
    : { x: -Infinity * corner.x, y: corner.y * (free.h - handled.rect.h) + snapped.by.y }
  const rect = pulled(handled.rect, corner, wish, bounds)
  return { rect, guides: snapped.guides.filter((guide) => guide.upright === upright) }
}

/** Is the nearer line an upright one? Null where none is near. */
function closest(guides: readonly Guide[], by: Point): boolean | null {
  const across = guides.some(({ upright }) => upright)
  const down = guides.some(({ upright }) => !upright)
  if (across && down) return Math.abs(by.x) <= Math.abs(by.y)
  return across || down ? across : null
}

/** A free text keeps the edge that isn't pulled, however its words break. */
function placeOf(piece: ScenePiece, { handled, corner, next }: Pulling, { scene }: Bench): Place {
  const { x, y, w, h } = handled.pieces.length === 1 ? next : partOf(piece.rect, handled.rect, next)
  if (piece.kind !== 'text' || handled.pieces.length > 1 || corner.x > 0) return [x, y, w, h]
  const shown = scene.lying(piece, [x, y, w, h]).rect
  return [x + w - shown.w, y, w, h]
}

interface Pulling {
  readonly handled: Handled
  readonly corner: Corner
  readonly next: Rect
}

function placesOf(pulling: Pulling, bench: Bench): ReadonlyMap<PieceId, Place> {
  return new Map(pulling.handled.pieces.map((piece) => [piece.id, placeOf(piece, pulling, bench)]))
}

/** One piece or several, pulled larger or smaller; one step of undo. */
export function resizing(start: Point, handled: Handled, corner: Corner, rest: ToolState): ToolState {
  const snapping = createSnapping(idsOf(handled))
  const state: ToolState = {
    on(gesture, bench) {
      const { live, wall } = bench
      if (gesture.type === 'cancel') {
        letGo(live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      if (goneMeanwhile([...idsOf(handled)], bench)) return rest
      const by = { x: gesture.at.x - start.x, y: gesture.at.y - start.y }
      const { rect, guides } = sizeAt(handled, corner, by, gesture, snapping, bench)
      const places = placesOf({ handled, corner, next: rect }, bench)
      live.guides.set(guides)
      live.drag.set(places)
      if (gesture.type === 'drag') return state
      if (rect.w !== handled.rect.w || rect.h !== handled.rect.h)
        wall.together(() => void placeEach(places, bench.wall))
      letGo(live)
      return rest
    },
  }
  return state
}

/** By key: the edge on the right or at the bottom goes this far. False where that size isn't theirs to change. */
export function resizeBy(handled: Handled, by: Point, bench: Bench): boolean {
  const corner = { x: by.x === 0 ? 0 : 1, y: by.y === 0 ? 0 : 1 } as const
  if (corner.y !== 0 && handled.corners.every(({ y }) => y === 0)) return false
  const next = pulled(handled.rect, corner, by, handled)
  bench.wall.together(() => void placeEach(placesOf({ handled, corner, next }, bench), bench.wall))
  return true
}
