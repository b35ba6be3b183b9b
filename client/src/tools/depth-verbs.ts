import { depthsAt, type Where } from '@momentous/shared/board/depth'
import type { PieceId } from '@momentous/shared/domain/piece'
import { compareLying } from '@momentous/shared/scene/piece-scene'
import { random } from '../model/random.ts'
import type { Bench } from './bench.ts'

/** The selected pieces, from back to front. */
function lyingSelected({ selection, scene }: Bench): readonly PieceId[] {
  const pieces = [...selection.pieces()].flatMap((id) => scene.piece(id) ?? [])
  return pieces.toSorted(compareLying).map(({ id }) => id)
}

/** Before or behind others; how they lie among themselves stays. */
export function putAt(where: Where, bench: Bench): boolean {
  const { wall, scene, selection } = bench
  const ids = lyingSelected(bench)
  if (ids.length === 0) return false
  const all = [...wall.moments(), ...wall.shapes(), ...wall.strokes()]
  const others = all.filter(({ id }) => !selection.has(id) && scene.piece(id) !== undefined)
  wall.act('order-pieces', { pieces: [...depthsAt(where, ids, others, random)] })
  return true
}

/** Past the next piece that lies over or under what is selected. */
export function stepDepth(step: 1 | -1, bench: Bench): boolean {
  const { scene, selection } = bench
  const bounds = scene.bounds(selection.pieces())
  if (bounds === null) return false
  const near = scene.piecesIn(bounds).map(({ id }) => id)
  const isSelected = (id: PieceId) => selection.has(id)
  const over = near.slice(near.findLastIndex(isSelected) + 1)[0]
  const under = near.slice(0, Math.max(0, near.findIndex(isSelected))).at(-1)
  if (step === 1) return over === undefined || putAt({ over }, bench)
  return under === undefined || putAt({ under }, bench)
}
