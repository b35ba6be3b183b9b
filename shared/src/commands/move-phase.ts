import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { viewOf } from '../board/view.ts'
import { comparePhases, phaseOrder } from '../domain/phase.ts'
import { TAKE_BACK_MS } from '../domain/session.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'
import { endsSomething, enterPhase } from './enter-phase.ts'

/** Moves everybody to another phase, forward or back. What it passes is closed, after five seconds to take it back. */
export const movePhase = governed({
  name: 'move-phase',
  args: v.object({ to: v.picklist(phaseOrder) }),
  check: (view, actor, { to }) =>
    all(
      () => may(actor, view, 'steer'),
      () =>
        view.session.why.trim() === '' && to !== 'lobby'
          ? refused('S3', 'Write down why this matters to us first. There is a sample one tap away.')
          : allowed,
      () =>
        comparePhases(to, 'assess') >= 0 && view.session.shortlist === null
          ? refused('V2', 'Settle the shortlist first: three to five moments, in Choose.')
          : allowed,
    ),
  apply(board, { to }, { now }) {
    if (to === viewOf(board).session.phase) return
    if (endsSomething(viewOf(board), to))
      setSession(board, { closing: { step: 'move-phase', to, at: now + TAKE_BACK_MS } })
    else enterPhase(board, to)
  },
})
