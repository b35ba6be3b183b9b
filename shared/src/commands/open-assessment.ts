import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/**
 * Makes the record that a moment's expectation, description and issue are typed into. The server makes it, once, so that
 * two people who begin at the same time type into the same texts. Harmless to repeat.
 */
export const openAssessment = governed({
  name: 'open-assessment',
  args: v.object({ moment: id<MomentId>() }),
  check: (view, actor, { moment }) =>
    all(
      () => may(actor, view, 'assessment', { moment }),
      () => (view.moment(moment) === undefined ? refused('A1', 'This moment is no longer on the board.') : allowed),
    ),
  apply(board, { moment }) {
    createRecord(board.assessments, 'assessments', moment, {})
  },
})
