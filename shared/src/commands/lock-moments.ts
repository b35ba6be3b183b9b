import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

export const lockMoments = direct({
  name: 'lock-moments',
  args: v.object({ ids: v.array(id<MomentId>()), locked: v.boolean() }),
  check: (view, actor) => may(actor, view, 'moment-by-hand'),
  apply(board, { ids, locked }) {
    for (const key of ids) updateRecord(board.moments, key, { locked })
  },
})
