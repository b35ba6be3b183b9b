import type { PieceId } from '../domain/piece.ts'
import type { Rect } from './geometry.ts'
import type { Changing } from './piece-scene.ts'

/** What became different in the picture of the board. */
export interface SceneChange {
  /** The parts that look different; null for all of it. */
  readonly damage: readonly Rect[] | null
  /** Pieces that lie elsewhere, with where they lay when they were last seen. */
  readonly moved: ReadonlyMap<PieceId, Rect>
}

/** More parts than this are all of it: nobody looks at them one by one. */
const PARTS_MAX = 2_000

/** Gathers changes until somebody paints them. */
export function gatherChanges(): Changing & { collect(): SceneChange } {
  let damage: Rect[] | null = null
  let moved = new Map<PieceId, Rect>()
  const damageAll = () => {
    damage = null
    moved = new Map()
  }
  return {
    damageAll,
    damage(part) {
      if (damage === null) return
      if (damage.length < PARTS_MAX) damage.push(part)
      else damageAll()
    },
    moved(id, from) {
      if (damage !== null && !moved.has(id)) moved.set(id, from)
    },
    collect() {
      const change = { damage, moved }
      damage = []
      moved = new Map()
      return change
    },
  }
}
