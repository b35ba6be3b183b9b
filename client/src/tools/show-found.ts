import type { PieceId } from '@momentous/shared/domain/piece'
import { grow, intersects } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

/** Between what was found and whatever floats over the wall, in px. */
const AIR = 24
/** What can be done with a note stands above it. */
const ACTIONS = 40
/** Below this zoom nobody reads a note. */
const ZOOM_LEAST = 0.5
/** What is shown around it then, in board units. */
const AROUND = 360

/** Selects what was found and shows it where nothing lies over it: `above` and `below` are covered besides, in px. */
export function showFound(id: PieceId, covered: { above: number; below: number }, bench: Bench): void {
  const { scene, selection, camera } = bench
  const piece = scene.piece(id)
  if (piece === undefined) return
  selection.set([id])
  const { zoom } = camera.view()
  if (zoom < ZOOM_LEAST) return camera.fit(grow(piece.rect, AROUND))
  const { x, y, w, h } = grow(piece.rect, AIR / zoom)
  // What was out of sight comes with what lies beside it.
  const beside = intersects(piece.rect, camera.visible()) ? 0 : camera.size().w / 5 / zoom
  const [above, below] = [(covered.above + ACTIONS) / zoom, covered.below / zoom]
  camera.reveal({ x: x - beside, y: y - above, w: w + 2 * beside, h: h + above + below })
}
