import type { StageId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { grow, intersects, type Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

/** Between what was found and whatever floats over the wall, in px. */
const AIR = 24
/** What can be done with a note stands above it. */
const ACTIONS = 40
/** Below this zoom nobody reads a note. */
const ZOOM_LEAST = 0.5
/** What is shown around it then, in board units. */
const AROUND = 360

/**
 * Selects what was found, or rings it where it can't be selected, and shows it where nothing lies over it: `above` and
 * `below` are covered besides, in px.
 */
export function showFound(id: PieceId | StageId, covered: { above: number; below: number }, bench: Bench): void {
  const { scene, selection, camera, live } = bench
  const stage = scene.stages().find((each) => each.id === id)
  const piece = scene.piece(id as PieceId)
  const rect: Rect | undefined = stage?.box ?? piece?.rect
  if (rect === undefined) return
  live.foundStage.set(stage?.id ?? null)
  selection.set(piece === undefined ? [] : [piece.id])
  const { zoom } = camera.view()
  if (zoom < ZOOM_LEAST) return camera.fit(grow(rect, AROUND))
  const { x, y, w, h } = grow(rect, AIR / zoom)
  // What was out of sight comes with what lies beside it.
  const beside = intersects(rect, camera.visible()) ? 0 : camera.size().w / 5 / zoom
  const [above, below] = [(covered.above + ACTIONS) / zoom, covered.below / zoom]
  camera.reveal({ x: x - beside, y: y - above, w: w + 2 * beside, h: h + above + below })
}
