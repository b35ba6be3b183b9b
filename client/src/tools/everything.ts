import type { PieceId } from '@momentous/shared/domain/piece'
import type { Bench } from './bench.ts'

/** All that lies on the wall: shapes and ink, and last the notes, in their order. */
export function everything({ wall, scene }: Pick<Bench, 'wall' | 'scene'>): readonly PieceId[] {
  const drawn = [...wall.shapes(), ...wall.strokes()].map(({ id }) => id)
  return [...drawn.filter((id) => scene.piece(id) !== undefined), ...scene.order()]
}
