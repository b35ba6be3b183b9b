import { stageBands } from '@momentous/shared/board/stage-bands'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'

const there = (each: { readonly removed: boolean }) => !each.removed
const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)

/**
 * How a board stands, for comparing it before a change and after it was taken back: what is in the bin doesn't count, and
 * keys of order and depth may be others, as long as the order is the same.
 */
export function standOf({ moments, ink, shapes, stages, assessments, actions }: BoardSnapshot): string {
  const line = moments.filter(there).toSorted((a, b) => (a.order === b.order ? byId(a, b) : a.order < b.order ? -1 : 1))
  const lines = [
    ...line.map(({ order: _, z: __, ...facts }) => facts),
    ...ink.toSorted(byId).map(({ z: _, ...facts }) => facts),
    ...shapes
      .filter(there)
      .toSorted(byId)
      .map(({ z: _, ...facts }) => facts),
    ...stageBands(moments, stages).map(({ stage, moments: ids }) => ({ stage: stage?.title, ids })),
    ...assessments,
    ...actions.filter(there),
  ]
  return lines.map((each) => JSON.stringify(each)).join('\n')
}

/** Everything on a board, the bin too, in an order that doesn't depend on who heard of what first. */
export function everythingOn(board: BoardSnapshot): string {
  const sorted = Object.entries(board).map(([name, kept]: [string, unknown]) => [
    name,
    Array.isArray(kept) ? kept.map((each) => JSON.stringify(each)).toSorted() : kept,
  ])
  return JSON.stringify(Object.fromEntries(sorted), null, 1)
}
