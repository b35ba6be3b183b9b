import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Puts moments into the bin, or takes them out again (`removed: false`). Nothing is ever deleted (M5). */
export const removeMoments = direct({
  name: 'remove-moments',
  args: v.object({ ids: v.pipe(v.array(id<MomentId>()), v.minLength(1)), removed: v.boolean() }),
  check: (view, actor) => may(actor, view, 'moment'),
  apply(board, { ids, removed }) {
    for (const key of ids) updateRecord(board.moments, key, { removed })
  },
})
