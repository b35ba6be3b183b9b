import type { PieceId } from '@momentous/shared/domain/piece'
import type { Rect } from '@momentous/shared/scene/geometry'
import { snap, type Pulled, type Snap } from '../model/snapping.ts'
import type { Bench } from './bench.ts'
import type { Gesture } from './tool.ts'

/** How near a line must be, in px of the screen. */
const REACH = 6
/** Among so many pieces everything is in line with something. */
const MANY = 400

const nowhere: Snap = { by: { x: 0, y: 0 }, guides: [] }

/** Puts what is in the hand in line with what else is in view; looked up once a view, for the pieces there stay. */
export function createSnapping(held: ReadonlySet<PieceId>) {
  let seen: { readonly view: unknown; readonly rects: readonly Rect[] } | null = null

  const othersIn = ({ scene, camera }: Bench): readonly Rect[] => {
    const view = camera.view()
    if (seen?.view === view) return seen.rects
    const firm = scene.piecesIn(camera.visible()).filter(({ id, kind }) => {
      return !held.has(id) && kind !== 'stroke' && kind !== 'connector'
    })
    const rects = firm.length > MANY ? [] : firm.map(({ rect }) => rect)
    seen = { view, rects }
    return rects
  }

  return (rect: Rect, pulled: Pulled, gesture: Exclude<Gesture, { type: 'cancel' }>, bench: Bench): Snap => {
    // With Ctrl a piece lies exactly where it is put.
    if (gesture.mod) return nowhere
    return snap(rect, pulled, othersIn(bench), REACH / bench.camera.view().zoom)
  }
}

export type Snapping = ReturnType<typeof createSnapping>
