import { limits } from './limits.ts'

/** What came in while the disk takes nothing, in its order, and not without end. */
export interface Held {
  /** False when no more can be kept. */
  keep(bytes: number, take: () => void): boolean
  /** Hands everything over; what can't be taken yet may be kept again meanwhile. */
  takeAll(): void
  size(): number
}

export function createHeld(): Held {
  let kept: (() => void)[] = []
  let size = 0
  return {
    keep(bytes, take) {
      if (kept.length >= limits.heldFrames || size + bytes > limits.heldBytes) return false
      size += bytes
      kept.push(take)
      return true
    },
    size: () => kept.length,
    takeAll() {
      const all = kept
      kept = []
      size = 0
      for (const take of all) take()
    },
  }
}
