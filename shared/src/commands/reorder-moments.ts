import * as v from 'valibot'
import { insertKey } from '../board/order.ts'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { orderedMoments } from './add-moment.ts'
import { direct } from './command.ts'

/** Moves moments behind another one in the timeline, keeping their order among themselves; they become tidy again. */
export const reorderMoments = direct({
  name: 'reorder-moments',
  args: v.object({ ids: v.pipe(v.array(id<MomentId>()), v.minLength(1)), after: v.nullable(id<MomentId>()) }),
  check: (view, actor, { ids }) =>
    all(
      () => may(actor, view, 'moment'),
      () =>
        ids.some((key) => view.moment(key)?.locked === true)
          ? refused('M2', 'This note is locked. Unlock it first.')
          : allowed,
    ),
  apply(board, { ids, after }, random) {
    const moving = new Set(ids)
    const before = orderedMoments(board)
    let sorted = before.filter((moment) => !moving.has(moment.id))
    let index = sorted.findIndex((moment) => moment.id === after) + 1
    for (const moment of before.filter((each) => moving.has(each.id))) {
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
