import * as v from 'valibot'
import { id, words } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { IdeaId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Merit, parked for another time, or back on the table. Parked is never deleted. */
export const judgeIdea = governed({
  name: 'judge-idea',
  args: v.object({
    idea: id<IdeaId>(),
    verdict: v.variant('state', [
      v.object({ state: v.literal('table') }),
      v.object({ state: v.literal('merit') }),
      v.object({ state: v.literal('parked'), reason: v.optional(words(300), '') }),
    ]),
  }),
  check: (view, actor, { idea }) =>
    all(
      () => may(actor, view, 'verdict'),
      () => (view.idea(idea) === undefined ? refused('I4', 'This idea is not on the board.') : allowed),
    ),
  apply(board, { idea, verdict }) {
    updateRecord(board.ideas, idea, { verdict })
  },
})
