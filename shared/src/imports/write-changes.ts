import * as Y from 'yjs'
import type { Board } from '../board/board.ts'
import { orderedLine, rekey } from '../board/line.ts'
import { compareOrder, insertKeys, type Ordered, type Random } from '../board/order.ts'
import { readAction } from '../board/read.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import { textEdit } from '../commands/edit-text.ts'
import type { ActionId } from '../domain/id.ts'
import type { ChangeOf, FormChange } from './form-change.ts'
import { writeOrder } from './write-order.ts'

/** Writes changes that were judged. The line and the actions are put in order once, however many there are to add. */
export function writeChanges(board: Board, changes: readonly FormChange[], random: Random): void {
  let place = placing(board, random)
  const actions = changes.filter((change) => change.kind === 'action')
  const orders = ordersBehindActions(board, actions.length, random)
  for (const change of changes) {
    if (change.kind === 'moments') place(change)
    else if (change.kind === 'order') {
      writeOrder(board, change, random)
      place = placing(board, random)
    } else if (change.kind === 'action') {
      const { id, moment, text } = change
      createRecord(board.actions, 'actions', id, { moment, text, order: orders[actions.indexOf(change)] })
    } else write(board, change)
  }
}

type Plain = Exclude<FormChange, { readonly kind: 'moments' | 'action' | 'order' }>

function write(board: Board, change: Plain): void {
  switch (change.kind) {
    case 'text':
      return writeText(board, change)
    case 'ranking':
      createRecord(board.grades, 'grades', change.moment, {})
      return updateRecord(board.grades, change.moment, { settled: change.to })
    case 'evidence':
      createRecord(board.assessments, 'assessments', change.moment, {})
      return updateRecord(board.assessments, change.moment, { evidence: change.to })
    case 'channel':
    case 'setting':
      return updateRecord(board.moments, change.moment, { [change.kind]: change.to })
    case 'bin':
      return updateRecord(board[change.root], change.id, { removed: change.to })
    case 'due':
      return updateRecord(board.actions, change.action, { due: change.to })
    case 'target':
      return updateRecord(board.actions, change.action, { target: change.to })
    case 'owner':
      return updateRecord(board.actions, change.action, { owner: change.to })
  }
}

/** Only what differs, so that somebody who types elsewhere in the text goes on. */
function writeText(board: Board, { root, id, key, to }: ChangeOf<'text'>): void {
  if (root === 'assessments') createRecord(board.assessments, 'assessments', id, {})
  const text = board[root].get(id)?.get(key)
  if (!(text instanceof Y.Text)) return
  const { index, remove, insert } = textEdit(text.toString(), to)
  if (remove > 0) text.delete(index, remove)
  if (insert !== '') text.insert(index, insert)
}

/** Puts new moments behind others, and behind those that were put there just now. */
function placing(board: Board, random: Random): (change: ChangeOf<'moments'>) => void {
  let line: Ordered[] | null = null
  return ({ after, moments }) => {
    line ??= [...orderedLine(board)]
    const found = after === null ? -1 : line.findIndex(({ id }) => id === after)
    const index = after !== null && found < 0 ? line.length : found + 1
    const { orders, rekeyed } = insertKeys(line, index, moments.length, random)
    rekey(board, rekeyed)
    const moved = new Map(rekeyed.map(({ id, order }) => [id, order]))
    if (moved.size > 0) line = line.map(({ id, order }) => ({ id, order: moved.get(id) ?? order }))
    for (const [at, { id, ...values }] of moments.entries()) {
      createRecord(board.moments, 'moments', id, { ...values, order: orders[at] })
    }
    line.splice(index, 0, ...moments.map(({ id }, at) => ({ id, order: orders[at] ?? '' })))
  }
}

function ordersBehindActions(board: Board, count: number, random: Random): readonly string[] {
  if (count === 0) return []
  const sorted = [...board.actions].map(([id, raw]) => readAction(id as ActionId, raw)).toSorted(compareOrder)
  const { orders, rekeyed } = insertKeys(sorted, sorted.length, count, random)
  for (const { id, order } of rekeyed) updateRecord(board.actions, id, { order })
  return orders
}
