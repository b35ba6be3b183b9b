import type { PieceId } from '../domain/piece.ts'
import { compareOrder, insertKey, type Ordered, type Random } from './order.ts'

/** A piece as far as it matters for what lies on what. */
export interface Lying {
  readonly id: PieceId
  readonly z: string | null
}

/** Where a piece lies that nobody has put anywhere: others go before and behind it. */
export const MIDDLE_DEPTH = 'a0'

const ordered = ({ id, z }: Lying): Ordered => ({ id, order: z ?? MIDDLE_DEPTH })

/** From back to front. Pieces of the same depth lie as the wall lays them by itself; after that their ids decide. */
export function compareDepth(a: Lying, b: Lying, byItself: (a: Lying, b: Lying) => number = () => 0): number {
  const [one, other] = [ordered(a), ordered(b)]
  if (one.order !== other.order) return one.order < other.order ? -1 : 1
  return byItself(a, b) || compareOrder(one, other)
}

/** In front of everything or behind it, or directly over or under one of the others and all that lie as deep as that. */
export type Where = 'front' | 'back' | { readonly over: PieceId } | { readonly under: PieceId }

function indexOf(where: Where, sorted: readonly Ordered[]): number {
  if (where === 'back') return 0
  if (where === 'front') return sorted.length
  const id: string = 'over' in where ? where.over : where.under
  const depth = sorted.find((each) => each.id === id)?.order
  const first = sorted.findIndex(({ order }) => order === depth)
  return 'over' in where ? sorted.findLastIndex(({ order }) => order === depth) + 1 : Math.max(0, first)
}

/**
 * The depths that put pieces (given from back to front) before or behind others: what `order-pieces` takes. Where
 * somebody's keys leave no room, some of the others are among them.
 */
export function depthsAt(
  where: Where,
  pieces: readonly PieceId[],
  others: Iterable<Lying>,
  random: Random,
): readonly { readonly id: PieceId; readonly z: string }[] {
  const rest = [...others]
  const known = new Map<string, PieceId>(rest.map(({ id }) => [id, id]))
  const depths = new Map<PieceId, string>()
  const sorted = rest.map(ordered).toSorted(compareOrder)
  let index = indexOf(where, sorted)
  for (const id of pieces) {
    const { order, rekeyed } = insertKey(sorted, index, random)
    for (const moved of rekeyed) {
      sorted[sorted.findIndex((each) => each.id === moved.id)] = moved
      depths.set(known.get(moved.id) ?? id, moved.order)
    }
    sorted.splice(index++, 0, { id, order })
    known.set(id, id)
    depths.set(id, order)
  }
  return [...depths].map(([id, z]) => ({ id, z }))
}
