import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { id, words } from '../board/schemas.ts'
import { isOnTimeline } from '../board/timeline.ts'
import type { MomentId } from '../domain/id.ts'
import { shortlistFault } from '../priorities/shortlist.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused, type Ruling } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Three to five; fewer needs a reason that goes on the record (V2). */
function ofGoodSize(size: number, reason: string): Ruling {
  const fault = shortlistFault(size, reason)
  return fault === null ? allowed : refused('V2', fault)
}

export const settleShortlist = governed({
  name: 'settle-shortlist',
  args: v.object({ moments: v.pipe(v.array(id<MomentId>()), v.maxLength(100)), reason: v.optional(words(500), '') }),
  check: (view, actor, { moments, reason }) =>
    all(
      () => may(actor, view, 'shortlist'),
      () => ofGoodSize(new Set(moments).size, reason),
      () =>
        moments.every((key) => {
          const moment = view.moment(key)
          return moment !== undefined && isOnTimeline(moment)
        })
          ? allowed
          : refused('V2', 'Only moments on the timeline can be priorities.'),
    ),
  apply(board, { moments, reason }) {
    setSession(board, { shortlist: { moments: [...new Set(moments)], reason } })
  },
})
