import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { words } from '../board/schemas.ts'
import { viewOf } from '../board/view.ts'
import { MOMENT_TEXT_MAX } from '../domain/moment.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

const KEPT_MAX = 100

/** "Keep it for the facilitator to add": a late moment's words wait, unsigned. */
export const keepMoment = governed({
  name: 'keep-moment',
  args: v.object({
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,44}$/)),
    text: v.pipe(words(MOMENT_TEXT_MAX), v.trim(), v.minLength(1)),
  }),
  check: (view, actor) =>
    all(
      () => may(actor, view, 'keep'),
      () =>
        view.session.kept.length >= KEPT_MAX
          ? refused('M6', 'Enough is waiting already. Tell the facilitator.')
          : allowed,
    ),
  apply(board, { id: key, text }) {
    const { kept } = viewOf(board).session
    if (!kept.some((each) => each.id === key)) setSession(board, { kept: [...kept, { id: key, text }] })
  },
})
