import type { PieceId } from '@momentous/shared/domain/piece'
import type { Bench } from './bench.ts'

/** Shapes and strokes that are still there; a note is there while the scene has it. */
function isThere(id: PieceId, { wall, scene }: Bench): boolean {
  return scene.note(id) !== undefined || wall.shape(id)?.removed === false || wall.stroke(id) !== undefined
}

/** Lets go of what is selected and not on the wall any more; answers what that was. */
export function keepThere(bench: Bench): readonly PieceId[] {
  const gone = [...bench.selection.pieces()].filter((id) => !isThere(id, bench))
  if (gone.length > 0) bench.selection.keep((id) => !gone.includes(id))
  return gone
}
