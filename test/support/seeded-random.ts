import type { Random } from '@momentous/shared/board/order'

/** Numbers in [0, 1) out of a seed (mulberry32): the same seed gives the same test. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function seededRandom(seed: number): Random {
  const next = seededNumbers(seed)
  return (bytes) => bytes.map(() => Math.floor(next() * 256))
}
