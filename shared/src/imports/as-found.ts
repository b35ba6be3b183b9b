import type { BoardView } from '../board/view.ts'
import type { Owner } from '../domain/action.ts'
import type { ActionId, MomentId } from '../domain/id.ts'
import type { FormChange } from './form-change.ts'
import { lineOf } from './line-order.ts'
import { saidOf } from './said-of.ts'

/** Does the board say what this change says was there? `added` are moments that come with the same changes. */
export function asFound(view: BoardView, change: FormChange, added: ReadonlySet<MomentId> = new Set()): boolean {
  const isThere = (moment: MomentId) => added.has(moment) || view.moment(moment) !== undefined
  switch (change.kind) {
    case 'text':
      return change.from === textNow(view, change, added)
    case 'ranking':
      return isThere(change.moment) && change.from === (view.grade(change.moment)?.settled ?? null)
    case 'evidence':
      return isThere(change.moment) && change.from === (view.assessment(change.moment)?.evidence ?? null)
    case 'channel':
    case 'setting':
      return isThere(change.moment) && change.from === (view.moment(change.moment)?.[change.kind] ?? null)
    case 'moments':
      return true
    case 'action':
      return isThere(change.moment) && view.action(change.id) === undefined
    case 'bin': {
      const now = change.root === 'moments' ? view.moment(change.id as MomentId) : view.action(change.id as ActionId)
      const isSaid = change.said === undefined || change.said === saidOf(view, change.id as MomentId)
      return now?.removed === change.from && (change.text === undefined || change.text === now.text) && isSaid
    }
    case 'due':
      return view.action(change.action)?.due === change.from
    case 'target':
      return view.action(change.action)?.target === change.from
    case 'owner': {
      const now = view.action(change.action)
      return now !== undefined && isSameOwner(now.owner, change.from)
    }
    case 'order':
      return isInOrder(view, change.from)
  }
}

const isSameOwner = (one: Owner | null, other: Owner | null): boolean =>
  one === null || other === null ? one === other : one.seat === other.seat && one.name === other.name

/** Who has come since stands where it likes, and who comes with the same changes isn't there yet. */
function isInOrder(view: BoardView, said: readonly string[]): boolean {
  const named = new Set(said)
  const line = lineOf(view).filter((id) => named.has(id))
  const there = new Set(line)
  const expected = said.filter((id) => there.has(id))
  return line.every((id, at) => id === expected[at])
}

/** The text as it is; undefined where there can't be one. */
function textNow(
  view: BoardView,
  { root, id, key }: Extract<FormChange, { kind: 'text' }>,
  added: ReadonlySet<MomentId>,
): string | undefined {
  const moment = id as MomentId
  if (root === 'moments') return key === 'text' ? view.moment(moment)?.text : undefined
  if (root === 'actions') {
    const action = view.action(id as ActionId)
    return key === 'text' || key === 'firstStep' ? action?.[key] : undefined
  }
  if (key === 'text' || key === 'firstStep' || (!added.has(moment) && view.moment(moment) === undefined))
    return undefined
  return view.assessment(moment)?.[key] ?? ''
}
