import * as v from 'valibot'
import { ACTION_TEXT_MAX } from '../domain/action.ts'
import { compareOrder, insertKey } from '../board/order.ts'
import { readAction } from '../board/read.ts'
import { id, words } from '../board/schemas.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import type { ActionId, IdeaId, MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Adds an action to a priority, after its others. */
export const addAction = direct({
  name: 'add-action',
  args: v.object({
    id: id<ActionId>(),
    moment: id<MomentId>(),
    text: words(ACTION_TEXT_MAX),
    ideas: v.optional(v.pipe(v.array(id<IdeaId>()), v.maxLength(50))),
  }),
  check: (view, actor) => may(actor, view, 'action', { creates: true }),
  apply(board, { id: key, ...values }, random) {
    const sorted = [...board.actions].map(([each, raw]) => readAction(each as ActionId, raw)).toSorted(compareOrder)
    const { order, rekeyed } = insertKey(sorted, sorted.length, random)
    for (const moved of rekeyed) updateRecord(board.actions, moved.id, { order: moved.order })
    createRecord(board.actions, 'actions', key, { ...values, order })
  },
})
