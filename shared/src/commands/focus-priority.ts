import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { id } from '../board/schemas.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'
import { priorities } from './enter-phase.ts'

/** Puts one priority before everybody. */
export const focusPriority = governed({
  name: 'focus-priority',
  args: v.object({ moment: id<MomentId>() }),
  check: (view, actor, { moment }) =>
    all(
      () => may(actor, view, 'steer'),
      () => (priorities(view).includes(moment) ? allowed : refused('S2', 'This moment is not on the shortlist.')),
    ),
  apply(board, { moment }) {
    setSession(board, { focus: moment })
  },
})
