import * as v from 'valibot'
import { precedes, rekey, spotBehind } from '../board/line.ts'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId, StageId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Lets a stage begin behind another moment or divider (null: at the very start), or puts it into the bin. Its moments stay. */
export const setStage = direct({
  name: 'set-stage',
  args: v.object({
    id: id<StageId>(),
    after: v.optional(v.nullable(id<MomentId | StageId>())),
    removed: v.optional(v.boolean()),
  }),
  check: (view, actor) => may(actor, view, 'moment'),
  apply(board, { id: key, after, removed }, random) {
    if (!board.stages.has(key)) return
    if (after !== undefined && after !== key && !precedes(board, after, key)) {
      const { order, rekeyed } = spotBehind(board, after, random)
      rekey(board, rekeyed)
      updateRecord(board.stages, key, { order })
    }
    updateRecord(board.stages, key, { removed })
  },
})
