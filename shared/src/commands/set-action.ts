import * as v from 'valibot'
import { date, id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import { legalTargets, rankingOrder, rankings, type Ranking } from '../domain/assessment.ts'
import type { ActionId, IdeaId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { direct } from './command.ts'

/** May a moment that is `from` today aim for `to`? (product.md: miserable to neutral or magical, neutral to magical, magical stays) */
export function isLegalTarget(from: Ranking, to: Ranking): boolean {
  const targets: readonly Ranking[] = legalTargets[from]
  return targets.includes(to)
}

/** Date, target and the ideas an action came from. */
export const setAction = direct({
  name: 'set-action',
  args: v.object({
    id: id<ActionId>(),
    due: v.optional(v.nullable(date)),
    target: v.optional(v.nullable(v.picklist(rankingOrder))),
    ideas: v.optional(v.pipe(v.array(id<IdeaId>()), v.maxLength(50))),
  }),
  check: (view, actor, { id: key, target }) =>
    all(
      () => may(actor, view, 'action'),
      () => {
        const moment = view.action(key)?.moment
        const from = moment === undefined ? null : (view.grade(moment)?.settled ?? null)
        if (target === undefined || target === null || from === null || isLegalTarget(from, target)) return allowed
        const better = legalTargets[from].map((each) => rankings[each].label.toLowerCase()).join(' or ')
        return refused('P4', `From ${rankings[from].label.toLowerCase()} this moment can aim for ${better}.`)
      },
    ),
  apply(board, { id: key, ...values }) {
    updateRecord(board.actions, key, values)
  },
})
