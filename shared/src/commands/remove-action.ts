import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { ActionId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Puts an action into the bin, or takes it out again. */
export const removeAction = direct({
  name: 'remove-action',
  args: v.object({ id: id<ActionId>(), removed: v.boolean() }),
  check: (view, actor) => may(actor, view, 'action'),
  apply(board, { id: key, removed }) {
    updateRecord(board.actions, key, { removed })
  },
})
