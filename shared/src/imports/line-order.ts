import { compareOrder, type Ordered } from '../board/order.ts'
import type { BoardView } from '../board/view.ts'

/** What shares the line's order, sorted: moments and the dividers of stages, those that don't show too. */
export function lineOf(view: Pick<BoardView, 'moments' | 'stages'>): readonly string[] {
  return [...view.moments(), ...view.stages()]
    .toSorted(compareOrder as (a: Ordered, b: Ordered) => number)
    .map(({ id }) => id)
}

/**
 * The fewest that have to move so that `ids` stand in the order of `rank`: everybody but the longest run that stands in
 * it already. Who has no rank stays.
 */
export function outOfOrder<Id extends string>(ids: readonly Id[], rank: ReadonlyMap<string, number>): ReadonlySet<Id> {
  const ranked = ids.filter((id) => rank.has(id))
  const at = (id: Id) => rank.get(id) ?? 0
  // By length of a run its smallest end, and who stands before each.
  const ends: Id[] = []
  const before = new Map<Id, Id | undefined>()
  for (const id of ranked) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const end = ends[middle]
      if (end !== undefined && at(end) < at(id)) low = middle + 1
      else high = middle
    }
    before.set(id, ends[low - 1])
    ends[low] = id
  }
  const moved = new Set(ranked)
  for (let id = ends.at(-1); id !== undefined; id = before.get(id)) moved.delete(id)
  return moved
}
