import * as v from 'valibot'
import { count, id } from '../board/schemas.ts'
import { rankingOrder } from '../domain/assessment.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { seated } from '../rules/seated.ts'
import { kept } from './command.ts'

/** One person's blind grade of a priority; stays in the vault until the spread is all that is left. */
export const gradeMoment = kept({
  name: 'grade-moment',
  anonymous: true,
  args: v.object({ moment: id<MomentId>(), round: count, ranking: v.picklist(rankingOrder) }),
  check: (view, actor, { moment, round }) =>
    all(
      () => seated(actor),
      () => may(actor, view, 'grade', { moment }),
      () =>
        view.grade(moment)?.grading?.round === round
          ? allowed
          : refused('A2', 'That round of grading is over. Grade again if it was opened anew.'),
    ),
})
