import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { viewOf } from '../board/view.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'
import { priorities } from './enter-phase.ts'

/** Opens (or opens again) the blind grading of a priority, one at a time. The expectation comes first. */
export const openGrading = governed({
  name: 'open-grading',
  args: v.object({ moment: id<MomentId>() }),
  check: (view, actor, { moment }) =>
    all(
      () => may(actor, view, 'steer'),
      () =>
        view.session.phase === 'assess' ? allowed : refused('A2', 'Moments are graded in Assess. Go there first.'),
      () =>
        priorities(view).includes(moment) ? allowed : refused('A2', 'Only the moments on the shortlist are graded.'),
      () =>
        (view.assessment(moment)?.expectation ?? '').trim() === ''
          ? refused('A2', 'Write down what they expect here first. A grade compares with it.')
          : allowed,
      () => (view.grade(moment)?.grading?.state === 'open' ? refused('A2', 'Grading is open already.') : allowed),
      () =>
        // What has left the shortlist since can't be graded before everybody any more, and stands in nobody's way.
        view.grades().some((grade) => grade.grading?.state === 'open' && priorities(view).includes(grade.moment))
          ? refused('A2', 'Another moment is being graded. Reveal its grades first.')
          : allowed,
    ),
  apply(board, { moment }) {
    const round = (viewOf(board).grade(moment)?.grading?.round ?? 0) + 1
    createRecord(board.grades, 'grades', moment, {})
    updateRecord(board.grades, moment, { grading: { state: 'open', round } })
  },
})
