import type { Action } from '@momentous/shared/domain/action'
import type { PlanningRow } from '@momentous/shared/domain/planning-row'

export interface FormFigures {
  readonly all: number
  readonly withAction: number
  readonly withDate: number
  /** Rows whose action nobody has taken yet. */
  readonly withoutOwner: number
}

/** Counts the rows of the form by what their actions have; an action without words is none yet. */
export function countForm(
  rows: readonly PlanningRow[],
  actions: readonly Pick<Action, 'moment' | 'text' | 'firstStep' | 'due' | 'owner' | 'removed'>[],
): FormFigures {
  const said = actions.filter(({ removed, text, firstStep }) => !removed && `${text}${firstStep}`.trim() !== '')
  const byMoment = Map.groupBy(said, ({ moment }) => moment)
  const acted = rows.flatMap(({ id }) => {
    const own = byMoment.get(id)
    return own === undefined ? [] : [own]
  })
  return {
    all: rows.length,
    withAction: acted.length,
    withDate: acted.filter((own) => own.every(({ due }) => due !== null)).length,
    withoutOwner: acted.filter((own) => own.some(({ owner }) => owner === null)).length,
  }
}
