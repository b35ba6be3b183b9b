import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { papers } from '../domain/moment.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

export const setPaper = direct({
  name: 'set-paper',
  args: v.object({ ids: v.array(id<MomentId>()), paper: v.picklist(papers) }),
  check: (view, actor) => may(actor, view, 'moment-by-hand'),
  apply(board, { ids, paper }) {
    for (const key of ids) updateRecord(board.moments, key, { paper })
  },
})
