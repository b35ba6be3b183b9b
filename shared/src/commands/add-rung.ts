import * as v from 'valibot'
import { compareOrder, insertKey } from '../board/order.ts'
import { readRung } from '../board/read.ts'
import { id, words } from '../board/schemas.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import type { MomentId, RungId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Adds the next small step to a moment's ladder. */
export const addRung = direct({
  name: 'add-rung',
  args: v.object({ id: id<RungId>(), moment: id<MomentId>(), text: words(200) }),
  check: (view, actor) => may(actor, view, 'action', { creates: true }),
  apply(board, { id: key, ...values }, random) {
    const sorted = [...board.rungs].map(([each, raw]) => readRung(each as RungId, raw)).toSorted(compareOrder)
    const { order, rekeyed } = insertKey(sorted, sorted.length, random)
    for (const moved of rekeyed) updateRecord(board.rungs, moved.id, { order: moved.order })
    createRecord(board.rungs, 'rungs', key, { ...values, order })
  },
})
