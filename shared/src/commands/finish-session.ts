import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { viewOf } from '../board/view.ts'
import { TAKE_BACK_MS } from '../domain/session.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/**
 * Says that the form is done, after five seconds to take it back: it may be sent out then. Or opens the session again. It
 * locks nothing: people tick and mend their actions afterwards too.
 */
export const finishSession = governed({
  name: 'finish-session',
  args: v.object({ finished: v.boolean() }),
  check: (view, actor) =>
    all(
      () => may(actor, view, 'steer'),
      () => (view.session.phase === 'plan' ? allowed : refused('S2', 'A session is finished in Plan.')),
    ),
  apply(board, { finished }, { now }) {
    const { session } = viewOf(board)
    // Another step that closes now is somebody else's.
    const own = session.closing?.step === 'finish-session' ? { closing: null } : {}
    if (!finished) setSession(board, { finished: null, ...own })
    else if (session.finished === null && session.closing === null)
      setSession(board, { closing: { step: 'finish-session', at: now + TAKE_BACK_MS } })
  },
})
