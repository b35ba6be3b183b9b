import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

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
  /** Neighbours that must be re-keyed with it, because there was no room between them. */
  readonly rekeyed: readonly Ordered[]
}

/** The same for several newcomers in a row. */
export interface Insertions {
  readonly orders: readonly string[]
  readonly rekeyed: readonly Ordered[]
}

/** The longest key that a record may hold, and how long ours get before neighbours are re-keyed: a key always follows. */
export const ORDER_KEY_MAX = 200
const ROOMY = 48

/**
 * A key for a newcomer after `sorted[index - 1]`. Where neighbours share a key, or lie so close that it would be long, as
 * many of them as need be are re-keyed: whatever keys somebody forged, the spot exists and the next one does too.
 */
export function insertKey(sorted: readonly Ordered[], index: number, random: Random): Insertion {
  const { orders, rekeyed } = insertKeys(sorted, index, 1, random)
  return { order: orders[0] ?? '', rekeyed }
}

/** Keys for so many newcomers in a row, in their order. */
export function insertKeys(sorted: readonly Ordered[], index: number, count: number, random: Random): Insertions {
  const before = sorted[index - 1]?.order ?? null
  const after = sorted[index]?.order ?? null
  const orders = keysFor(before, after, count, random)
  if (orders !== null) return { orders, rekeyed: [] }
  let [from, to] = [index, index]
  if (before !== null) while (sorted[to]?.order === before) to++
  for (let more = 1; ; more *= 2) {
    const keys = keysFor(sorted[from - 1]?.order ?? null, sorted[to]?.order ?? null, to - from + count, random)
    if (keys !== null) {
      const moved = sorted.slice(from, to)
      const own = keys.splice(index - from, count)
      return { orders: own, rekeyed: moved.map(({ id }, at) => ({ id, order: keys[at] ?? own[0] ?? '' })) }
    }
    from = Math.max(0, from - more)
    to = Math.min(sorted.length, to + more)
  }
}

/**
 * A key for a newcomer where nobody else may be re-keyed: for that spot, else for the nearest one with room. Where every
 * key is the same one, so is this, and the ids decide.
 */
export function insertKeyAlone(sorted: readonly Ordered[], index: number, random: Random): string {
  const spots = Array.from({ length: sorted.length + 1 }, (_none, at) => at)
  for (const at of spots.toSorted((one, other) => Math.abs(one - index) - Math.abs(other - index))) {
    const [before = null, after = null] = [sorted[at - 1]?.order, sorted[at]?.order]
    const [key] = keysFor(before, after, 1, random, ORDER_KEY_MAX) ?? []
    if (key !== undefined) return key
  }
  return sorted[0]?.order ?? keyBetween(null, null, random)
}

/** The same for so many newcomers in a row: all between the same neighbours where there is room, else each for itself. */
export function insertKeysAlone(
  sorted: readonly Ordered[],
  index: number,
  count: number,
  random: Random,
): readonly string[] {
  const [before = null, after = null] = [sorted[index - 1]?.order, sorted[index]?.order]
  const keys = keysFor(before, after, count, random, ORDER_KEY_MAX)
  return keys ?? Array.from({ length: count }, () => insertKeyAlone(sorted, index, random))
}

/** So many keys in their order; null when there is no room for them, or they would be long. */
function keysFor(
  low: string | null,
  high: string | null,
  count: number,
  random: Random,
  longest: number = ROOMY,
): string[] | null {
  if (low !== null && high !== null && low >= high) return null
  // Outside: a source of randomness that fails is no lack of room.
  const drawn = random(new Uint8Array(count))
  const drawnFor = (at: number): Random => {
    return () => drawn.subarray(at, at + 1)
  }
  try {
    const even = generateNKeysBetween(low, high, count)
    const jittered = even.map((key, at) => keyBetween(key, even[at + 1] ?? high, drawnFor(at)))
    const keys = count === 1 ? [keyBetween(low, high, drawnFor(0))] : jittered
    return keys.every((key) => key.length <= longest) ? keys : null
  } catch {
    // Beside the very first key that there could be, nothing fits.
    return null
  }
}
