import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { RungId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Marks a step of the ladder as reached or not, or puts it into the bin. */
export const setRung = direct({
  name: 'set-rung',
  args: v.object({ id: id<RungId>(), done: v.optional(v.boolean()), removed: v.optional(v.boolean()) }),
  check: (view, actor) => may(actor, view, 'action'),
  apply(board, { id: key, ...values }) {
    updateRecord(board.rungs, key, values)
  },
})
