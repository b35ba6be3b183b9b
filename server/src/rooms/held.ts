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
  return new AllHeld()
}

const NOTHING: readonly (() => void)[] = []

/** Mostly there is nothing, so nothing is made for it. */
class AllHeld implements Held {
  #kept: (() => void)[] | null = null
  #size = 0

  keep(bytes: number, take: () => void): boolean {
    if (this.size() >= limits.heldFrames || this.#size + bytes > limits.heldBytes) return false
    this.#size += bytes
    this.#kept ??= []
    this.#kept.push(take)
    return true
  }

  size(): number {
    return this.#kept?.length ?? 0
  }

  takeAll(): void {
    const all = this.#kept ?? NOTHING
    this.#kept = null
    this.#size = 0
    for (const take of all) take()
  }
}
