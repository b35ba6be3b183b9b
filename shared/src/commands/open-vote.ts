import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { viewOf } from '../board/view.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Starts a new round of voting on purpose; the last round's totals go. */
export const openVote = governed({
  name: 'open-vote',
  args: v.object({}),
  check: (view, actor) =>
    all(
      () => may(actor, view, 'steer'),
      () => (view.session.phase === 'choose' ? allowed : refused('V1', 'A vote is held in Choose. Go there first.')),
      () => (view.session.vote.state === 'open' ? refused('V3', 'The vote is open already.') : allowed),
    ),
  apply(board) {
    const { vote } = viewOf(board).session
    setSession(board, { vote: { state: 'open', round: vote.state === 'none' ? 1 : vote.round + 1 } })
  },
})
