import type { PieceId } from '@momentous/shared/domain/piece'
import { readingOrder } from '../model/shape-order.ts'
import type { Bench } from './bench.ts'
import type { KeyAction } from './key-actions.ts'
import { cameToLast, goTo } from './kept-pieces.ts'

/** What is drawn comes last: line by line from left to right. */
function shapesToWalk({ wall, scene }: Bench) {
  const pieceOf = ({ id }: { readonly id: PieceId }) => scene.piece(id) ?? []
  const strokes = wall.strokes().flatMap(pieceOf)
  return [...readingOrder(wall.shapes()).flatMap(pieceOf), ...strokes.toSorted((a, b) => a.rect.x - b.rect.x)]
}

export function hasShapes(bench: Bench): boolean {
  return shapesToWalk(bench).length > 0
}

/** From the selected shape to the next one or the one before, in reading order; around at the ends. */
export function walkShapes(step: 1 | -1): KeyAction {
  return (bench) => {
    const { camera } = bench
    const last = cameToLast(bench)
    const pieces = shapesToWalk(bench)
    const at = pieces.findIndex(({ id }) => id === last)
    const next = pieces.at(at === -1 && step === 1 ? 0 : (Math.max(at, 0) + step) % pieces.length)
    if (!next) return false
    goTo(next.id, bench)
    camera.reveal(next.rect)
    return true
  }
}
