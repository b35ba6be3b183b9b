import { readingOrder } from '../model/shape-order.ts'
import type { Bench } from './bench.ts'
import type { KeyAction } from './key-actions.ts'

function shapesToWalk({ wall, scene }: Bench) {
  return readingOrder(wall.shapes()).flatMap(({ id }) => scene.piece(id) ?? [])
}

export function hasShapes(bench: Bench): boolean {
  return shapesToWalk(bench).length > 0
}

/** From the selected shape to the next one or the one before, in reading order; around at the ends. */
export function walkShapes(step: 1 | -1): KeyAction {
  return (bench) => {
    const { selection, camera } = bench
    const pieces = shapesToWalk(bench)
    const at = pieces.findIndex(({ id }) => selection.has(id))
    const next = pieces.at(at === -1 && step === 1 ? 0 : (Math.max(at, 0) + step) % pieces.length)
    if (!next) return false
    selection.set([next.id])
    camera.reveal(next.rect)
    return true
  }
}
