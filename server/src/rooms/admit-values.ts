import type { Board } from '@momentous/shared/board/board'
import type { Field } from '@momentous/shared/board/fields'
import type { Touch } from '@momentous/shared/board/place'
import { records, type RecordRoot } from '@momentous/shared/board/records'
import type { BoardView } from '@momentous/shared/board/view'
import { isLegalTarget } from '@momentous/shared/commands/set-action'
import { rankingOrder, type Ranking } from '@momentous/shared/domain/assessment'
import type { ActionId } from '@momentous/shared/domain/id'
import { allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import * as v from 'valibot'

export function fieldOf(root: RecordRoot, key: string): Field | null {
  const fields: Readonly<Record<string, Field>> = records[root]
  return Object.hasOwn(fields, key) ? (fields[key] ?? null) : null
}

/** Is this exactly a value that the field may hold? Nothing may ride along that a reader would silently drop. */
export function fitsField(root: RecordRoot, key: string, value: unknown): Ruling {
  const field = fieldOf(root, key)
  if (field === null || field.field === 'text') return refused('D1', 'A board has no such place.')
  const parsed = v.safeParse(field.schema, value)
  if (!parsed.success || JSON.stringify(parsed.output) !== JSON.stringify(value)) {
    return refused('D1', 'A board can’t hold this value.')
  }
  return allowed
}

/** An action aims only for what the method allows from where its moment is (P4). */
export function fitsTarget(
  board: Board,
  view: BoardView,
  root: RecordRoot,
  touch: Extract<Touch, { kind: 'set' }>,
): Ruling {
  if (root !== 'actions' || touch.key !== 'target' || touch.written.is !== 'value') return allowed
  const to = rankingOrder.find((each) => touch.written.is === 'value' && each === touch.written.value)
  const moment = board.actions.has(touch.id) ? view.action(touch.id as ActionId)?.moment : undefined
  const from: Ranking | null = moment === undefined ? null : (view.grade(moment)?.settled ?? null)
  return to === undefined || from === null || isLegalTarget(from, to)
    ? allowed
    : refused('P4', 'From where this moment is today it can’t aim for that.')
}
