import * as v from 'valibot'
import * as Y from 'yjs'
import type { Board } from '../board/board.ts'
import { records, type RecordRoot } from '../board/records.ts'
import { count, id, words } from '../board/schemas.ts'
import { may } from '../rules/may.ts'
import { rowOfPlace, targetOf } from '../rules/place-row.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { direct } from './command.ts'

const textRoots = ['moments', 'assessments', 'actions', 'rungs', 'shapes', 'stages'] as const
export type TextRoot = (typeof textRoots)[number]

/** The living text of a record's field, if both are there. */
export function textOf(board: Board, root: TextRoot, key: string, field: string): Y.Text | undefined {
  const raw = board[root].get(key)?.get(field)
  return raw instanceof Y.Text ? raw : undefined
}

/** How long a record's text may be; 0 where there is none. */
export function maxOf(root: RecordRoot, key: string): number {
  const fields: Readonly<Record<string, { field: string; max?: number }>> = records[root]
  return fields[key]?.max ?? 0
}

/** Types into a record's text: removes `remove` units at `index` and inserts. Small edits, so that two people's typing merges. */
export const editText = direct({
  name: 'edit-text',
  args: v.object({
    root: v.picklist(textRoots),
    id: id(),
    key: v.string(),
    index: count,
    remove: count,
    insert: words(2000),
  }),
  check: (view, actor, { root, id: record, key, insert }) =>
    all(
      () => {
        const row = rowOfPlace(root, key)
        return row === null
          ? refused('D1', 'There is no such text on the board.')
          : may(actor, view, row, targetOf(root, record))
      },
      () =>
        insert.length > maxOf(root, key)
          ? refused('D1', `That is too long for one note. ${maxOf(root, key)} characters fit.`)
          : allowed,
    ),
  apply(board, { root, id: key, key: field, index, remove, insert }) {
    const text = textOf(board, root, key, field)
    if (text === undefined) return
    const at = Math.min(index, text.length)
    const gone = Math.min(remove, text.length - at)
    const room = maxOf(root, field) - (text.length - gone)
    if (gone > 0) text.delete(at, gone)
    if (insert !== '' && room > 0) text.insert(at, insert.slice(0, room))
  },
})

/** The one edit that turns `before` into `after`: what lies between their common start and common end. */
export function textEdit(before: string, after: string): { index: number; remove: number; insert: string } {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  // Never cut a surrogate pair in two: a lone half can't be stored.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
