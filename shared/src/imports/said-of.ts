import type { BoardView } from '../board/view.ts'
import type { MomentId } from '../domain/id.ts'
import { stampOf } from '../exports/cell-stamp.ts'

/** All that the form says of a moment, as a stamp: another one when somebody has written on it meanwhile. */
export function saidOf(view: BoardView, moment: MomentId): string {
  const { expectation = '', description = '', issue = '' } = view.assessment(moment) ?? {}
  const actions = view.actions().filter((action) => action.moment === moment && !action.removed)
  const lines = actions.map(({ id, text, firstStep, due, target, owner }) =>
    JSON.stringify([id, text, firstStep, due, target, owner?.name ?? null]),
  )
  const settled = view.grade(moment)?.settled ?? ''
  const text = view.moment(moment)?.text ?? ''
  return stampOf([text, expectation, description, issue, settled, lines.toSorted().join('\n')])
}
