import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { viewOf } from '../board/view.ts'
import { may } from '../rules/may.ts'
import { governed } from './command.ts'

/** Takes a kept moment off the waiting list, once the facilitator has added it or let it go. */
export const dropKeptMoment = governed({
  name: 'drop-kept-moment',
  args: v.object({ id: v.string() }),
  check: (view, actor) => may(actor, view, 'session'),
  apply(board, { id: key }) {
    setSession(board, { kept: viewOf(board).session.kept.filter((each) => each.id !== key) })
  },
})
