import type { Board } from '../board/board.ts'
import { orderedLine, rekey } from '../board/line.ts'
import { insertKeys, type Ordered, type Random } from '../board/order.ts'
import { updateRecord } from '../board/write.ts'
import type { ChangeOf } from './form-change.ts'

/** Puts what moves behind what it shall stand behind; nobody else gets another spot, and a note stays where a hand has put it. */
export function writeOrder(board: Board, { moved, to }: ChangeOf<'order'>, random: Random): void {
  const line = orderedLine(board)
  const there = new Set(line.map(({ id }) => id))
  const moving = new Set<string>(moved.filter((id) => there.has(id)))
  let sorted: Ordered[] = line.filter(({ id }) => !moving.has(id))
  for (const { run, before, after } of runsOf(
    to.filter((id) => there.has(id)),
    moving,
  )) {
    const at = (id: string) => sorted.findIndex((part) => part.id === id)
    const index = before !== null ? at(before) + 1 : after !== null ? at(after) : 0
    const { orders, rekeyed } = insertKeys(sorted, index, run.length, random)
    rekey(board, rekeyed)
    const keys = new Map(rekeyed.map((part) => [part.id, part.order]))
    if (keys.size > 0) sorted = sorted.map(({ id, order }) => ({ id, order: keys.get(id) ?? order }))
    sorted.splice(index, 0, ...run.map((id, each) => ({ id, order: orders[each] ?? '' })))
    for (const [each, id] of run.entries()) updateRecord(board.moments, id, { order: orders[each] ?? '' })
  }
}

/** Who moves, in runs between those who stay. */
function runsOf(to: readonly string[], moving: ReadonlySet<string>) {
  const runs: { run: string[]; before: string | null; after: string | null }[] = []
  let [before, open]: [string | null, string[] | null] = [null, null]
  for (const id of to) {
    const last = open === null ? undefined : runs.at(-1)
    if (!moving.has(id)) {
      if (last !== undefined) last.after = id
      ;[before, open] = [id, null]
    } else if (open === null) runs.push({ run: (open = [id]), before, after: null })
    else open.push(id)
  }
  return runs
}
