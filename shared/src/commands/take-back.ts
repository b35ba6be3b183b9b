import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { may } from '../rules/may.ts'
import { governed } from './command.ts'

/** "Not yet": takes a closing step back while its five seconds run. */
export const takeBack = governed({
  name: 'take-back',
  args: v.object({}),
  check: (view, actor) => may(actor, view, 'steer'),
  apply(board) {
    setSession(board, { closing: null })
  },
})
