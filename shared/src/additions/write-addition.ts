import type { Board } from '../board/board.ts'
import { orderedLine, rekey } from '../board/line.ts'
import { compareOrder, insertKeys, type Random } from '../board/order.ts'
import { readAction, readSession } from '../board/read.ts'
import { setSession } from '../board/session.ts'
import { updateRecord } from '../board/write.ts'
import type { ActionId } from '../domain/id.ts'
import { ofNobodyHere, plainRoots, writeRecord } from '../imports/write-record.ts'
import type { Addition } from './addition.ts'

/** Puts an addition behind what the board has, in the order of its own line. Runs in the caller's transaction. */
export function writeAddition(board: Board, addition: Addition, random: Random): void {
  const { channels } = addition
  if (channels.length > 0) setSession(board, { channels: [...readSession(board.session).channels, ...channels] })
  const orders = ordersBehind(board, addition, random)
  for (const root of ['moments', 'stages'] as const) {
    for (const record of addition[root]) writeRecord(board, root, { ...record, order: orders.get(record.id) })
  }
  for (const root of plainRoots) for (const record of addition[root]) writeRecord(board, root, { ...record })
  writeActions(board, addition.actions, random)
}

/** Moments and the dividers of stages share one line. */
function ordersBehind(board: Board, { moments, stages }: Addition, random: Random): ReadonlyMap<string, string> {
  const line = orderedLine(board)
  const newcomers = [...moments, ...stages].toSorted(compareOrder)
  const { orders, rekeyed } = insertKeys(line, line.length, newcomers.length, random)
  rekey(board, rekeyed)
  return new Map(newcomers.map(({ id }, at) => [id, orders[at] ?? '']))
}

function writeActions(board: Board, actions: Addition['actions'], random: Random): void {
  if (actions.length === 0) return
  const there = [...board.actions].map(([id, raw]) => readAction(id as ActionId, raw)).toSorted(compareOrder)
  const { orders, rekeyed } = insertKeys(there, there.length, actions.length, random)
  for (const { id, order } of rekeyed) updateRecord(board.actions, id, { order })
  for (const [at, action] of actions.toSorted(compareOrder).entries()) {
    writeRecord(board, 'actions', { ...ofNobodyHere(action), order: orders[at] })
  }
}
