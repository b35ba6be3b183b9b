import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { viewOf } from '../board/view.ts'
import { updateRecord } from '../board/write.ts'
import type { ActionId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { seated } from '../rules/seated.ts'
import { governed } from './command.ts'

/** One agree tick a seat. */
export const agreeAction = governed({
  name: 'agree-action',
  args: v.object({ action: id<ActionId>(), agreed: v.boolean() }),
  check: (view, actor, { action }) =>
    all(
      () => may(actor, view, 'count'),
      () => seated(actor),
      () => (view.action(action) === undefined ? refused('P3', 'This action is no longer on the board.') : allowed),
    ),
  apply(board, { action, agreed }, { actor }) {
    const others = (viewOf(board).action(action)?.agreed ?? []).filter((seat) => seat !== actor.seat)
    updateRecord(board.actions, action, { agreed: agreed ? [...others, actor.seat] : others })
  },
})
