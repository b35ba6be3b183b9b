import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import { rankingOrder } from '../domain/assessment.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { governed } from './command.ts'

/** The team's grade of a moment, after the reveal. */
export const settleRanking = governed({
  name: 'settle-ranking',
  args: v.object({ moment: id<MomentId>(), ranking: v.picklist(rankingOrder) }),
  check: (view, actor, { moment }) => may(actor, view, 'ranking', { moment }),
  apply(board, { moment, ranking }) {
    createRecord(board.grades, 'grades', moment, {})
    updateRecord(board.grades, moment, { settled: ranking })
  },
})
