import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { kinds } from '../domain/moment.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Sets Carlzon's kind; an invisible moment names the one that it serves. */
export const setKind = direct({
  name: 'set-kind',
  args: v.object({ id: id<MomentId>(), kind: v.picklist(kinds), serves: v.optional(v.nullable(id<MomentId>())) }),
  check: (view, actor) => may(actor, view, 'moment'),
  apply(board, { id: key, kind, serves }) {
    updateRecord(board.moments, key, { kind, serves: kind === 'invisible' ? serves : null })
  },
})
