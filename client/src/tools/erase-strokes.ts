import type { StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { SceneConnector } from '@momentous/shared/scene/shape-layout'
import type { Bench } from './bench.ts'
import { heldBy, pointOf } from './connector.ts'

/**
 * Erases ink, and lets connectors that held on to it end where they are seen to end: erased ink is nowhere, and whoever
 * opens the board tomorrow couldn't tell where that was. One step of undo; false when it isn't allowed.
 */
export function eraseStrokes(ids: readonly StrokeId[], { wall, scene }: Pick<Bench, 'wall' | 'scene'>): boolean {
  const gone: ReadonlySet<PieceId> = new Set(ids)
  const held = scene.connectors().flatMap((connector) => endsWithout(gone, connector) ?? [])
  let done = false
  wall.together(() => {
    done = wall.act('erase-strokes', { ids: [...ids] }).allowed
    if (done && held.length > 0) wall.act('place-shapes', { places: held })
  })
  return done
}

function endsWithout(gone: ReadonlySet<PieceId>, { id, shape, path }: SceneConnector) {
  const isGone = (at: PieceId | null) => at !== null && gone.has(at)
  const [from, to] = [isGone(heldBy(shape.from)), isGone(heldBy(shape.to))]
  if (shape.locked || (!from && !to)) return null
  return { id, ...(from && { from: pointOf(path.start) }), ...(to && { to: pointOf(path.end) }) }
}
