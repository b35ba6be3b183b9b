import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { direct } from './command.ts'

/** Stacks moments under another one (they keep their words), or takes them off the stack (`on: null`). */
export const stackMoments = direct({
  name: 'stack-moments',
  args: v.object({ ids: v.array(id<MomentId>()), on: v.nullable(id<MomentId>()) }),
  check: (view, actor, { ids, on }) =>
    all(
      () => may(actor, view, 'moment'),
      () =>
        on !== null && (ids.includes(on) || view.moment(on)?.stackedOn !== null)
          ? refused('M1', 'A stack lies on a moment of the timeline.')
          : allowed,
    ),
  apply(board, { ids, on }) {
    for (const key of ids) updateRecord(board.moments, key, { stackedOn: on })
  },
})
