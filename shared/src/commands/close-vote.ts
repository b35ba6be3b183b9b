import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { TAKE_BACK_MS } from '../domain/session.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Starts to close the vote; dots count until the five seconds are over, and only totals stay. */
export const closeVote = governed({
  name: 'close-vote',
  args: v.object({}),
  check: (view, actor) =>
    all(
      () => may(actor, view, 'steer'),
      () =>
        view.session.vote.state === 'open'
          ? allowed
          : refused('V3', 'The vote is not open now. Start a new round to vote again.'),
    ),
  apply(board, _args, { now }) {
    setSession(board, { closing: { step: 'close-vote', at: now + TAKE_BACK_MS } })
  },
})
