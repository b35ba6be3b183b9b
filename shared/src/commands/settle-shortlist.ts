import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { id, words } from '../board/schemas.ts'
import { isOnTimeline } from '../board/timeline.ts'
import type { MomentId } from '../domain/id.ts'
import { SHORTLIST_MAX, SHORTLIST_MIN } from '../domain/session.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused, type Ruling } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Is this many moments a shortlist? Three to five; fewer needs a reason that goes on the record (V2). */
export function shortlistSize(size: number, reason: string): Ruling {
  if (size > SHORTLIST_MAX) return refused('V2', 'Five at most, so that you finish them. Which one can wait?')
  if (size === 0) return refused('V2', 'Choose at least one moment.')
  if (size < SHORTLIST_MIN && reason.trim() === '') {
    const counted = size === 1 ? 'One' : 'Two'
    return refused('V2', `${counted} is fewer than usual. What is the reason? It goes on the record.`)
  }
  return allowed
}

export const settleShortlist = governed({
  name: 'settle-shortlist',
  args: v.object({ moments: v.pipe(v.array(id<MomentId>()), v.maxLength(100)), reason: v.optional(words(500), '') }),
  check: (view, actor, { moments, reason }) =>
    all(
      () => may(actor, view, 'shortlist'),
      () => shortlistSize(new Set(moments).size, reason),
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
