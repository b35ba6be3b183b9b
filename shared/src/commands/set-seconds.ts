import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** How long the contact lasts, in seconds; null forgets it. */
export const setSeconds = direct({
  name: 'set-seconds',
  args: v.object({
    id: id<MomentId>(),
    seconds: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(31_536_000))),
  }),
  check: (view, actor) => may(actor, view, 'moment'),
  apply(board, { id: key, seconds }) {
    updateRecord(board.moments, key, { seconds })
  },
})
