import { generateKeyBetween } from 'fractional-indexing'

/** Uniform bytes from the caller: shared has no source of randomness of its own. */
export type Random = (bytes: Uint8Array) => Uint8Array

const JITTER_BITS = 4

/**
 * An order key strictly between `before` and `after` (null = the open end), jittered so that two people inserting at
 * the same spot rarely get the same key; ties then sort by id. Throws when the two are equal or reversed: the caller
 * re-keys a neighbour first (`insertKey`).
 */
export function keyBetween(before: string | null, after: string | null, random: Random): string {
  const bits = random(new Uint8Array(1))[0] ?? 0
  let low = before
  let high = after
  let key = generateKeyBetween(low, high)
  for (let bit = 0; bit < JITTER_BITS; bit++) {
    if ((bits >> bit) & 1) low = key
    else high = key
    key = generateKeyBetween(low, high)
  }
  return key
}

const A = 65
const SMALL_A = 97
const SMALLEST = `A${'0'.repeat(26)}`

/** Can other keys lie before and after this one? Its first letter says how long its whole part is; no fraction ends in 0. */
export function isOrderKey(key: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(key) || key === SMALLEST) return false
  const head = key.charCodeAt(0)
  const whole = head >= SMALL_A ? head - SMALL_A + 2 : A + 27 - head
  return key.length === whole || (key.length > whole && !key.endsWith('0'))
}

export interface Ordered {
  readonly id: string
  readonly order: string
}

/** The order of everything that has an order key: by key, ties by id, both by code unit. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export interface Insertion {
  readonly order: string
  /** Neighbours that must be re-keyed first, because they shared one key. */
  readonly rekeyed: readonly Ordered[]
}

/** A key for a newcomer after `sorted[index - 1]`; equal neighbours are re-keyed so that the spot exists. */
export function insertKey(sorted: readonly Ordered[], index: number, random: Random): Insertion {
  const before = sorted[index - 1]?.order ?? null
  const after = sorted[index]?.order ?? null
  if (before === null || after === null || before < after)
    return { order: keyBetween(before, after, random), rekeyed: [] }
  let last = index
  while (sorted[last]?.order === before) last++
  const limit = sorted[last]?.order ?? null
  let low = keyBetween(before, limit, random)
  const order = low
  const rekeyed = sorted.slice(index, last).map(({ id }) => ({ id, order: (low = keyBetween(low, limit, random)) }))
  return { order, rekeyed }
}
