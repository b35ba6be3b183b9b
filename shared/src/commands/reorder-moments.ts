import * as v from 'valibot'
import { insertKey } from '../board/order.ts'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { orderedMoments } from './add-moment.ts'
import { direct } from './command.ts'

/** Moves moments behind another one in the timeline, keeping their order among themselves; they become tidy again. */
export const reorderMoments = direct({
  name: 'reorder-moments',
  args: v.object({ ids: v.pipe(v.array(id<MomentId>()), v.minLength(1)), after: v.nullable(id<MomentId>()) }),
  check: (view, actor) => may(actor, view, 'moment'),
  apply(board, { ids, after }, random) {
    const moving = new Set(ids)
    const all = orderedMoments(board)
    let sorted = all.filter((moment) => !moving.has(moment.id))
    let index = sorted.findIndex((moment) => moment.id === after) + 1
    for (const moment of all.filter((each) => moving.has(each.id))) {
      const { order, rekeyed } = insertKey(sorted, index, random)
      for (const moved of rekeyed) updateRecord(board.moments, moved.id, { order: moved.order })
      const keys = new Map(rekeyed.map((moved) => [moved.id, moved.order]))
      updateRecord(board.moments, moment.id, moment.place === null ? { order } : { order, place: null })
      sorted = sorted
        .map((each) => ({ ...each, order: keys.get(each.id) ?? each.order }))
        .toSpliced(index, 0, { ...moment, order })
      index += 1
    }
  },
})
