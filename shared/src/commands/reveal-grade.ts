import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { id } from '../board/schemas.ts'
import type { MomentId } from '../domain/id.ts'
import { TAKE_BACK_MS } from '../domain/session.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Starts to reveal a moment's grades; grades count until the five seconds are over. */
export const revealGrade = governed({
  name: 'reveal-grade',
  args: v.object({ moment: id<MomentId>() }),
  check: (view, actor, { moment }) =>
    all(
      () => may(actor, view, 'steer'),
      () =>
        view.grade(moment)?.grading?.state === 'open'
          ? allowed
          : refused('A2', 'Grading of this moment is not open now.'),
    ),
  apply(board, { moment }, { now }) {
    setSession(board, { closing: { step: 'reveal-grade', moment, at: now + TAKE_BACK_MS } })
  },
})
