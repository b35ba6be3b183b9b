import * as v from 'valibot'
import { orderedLine, rekey } from '../board/line.ts'
import { insertKey, type Ordered } from '../board/order.ts'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId, StageId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { direct } from './command.ts'

/**
 * Moves moments behind another one in the timeline, or behind a stage's divider (`null` = to the very start), keeping their
 * order among themselves; they become tidy again.
 */
export const reorderMoments = direct({
  name: 'reorder-moments',
  args: v.object({
    ids: v.pipe(v.array(id<MomentId>()), v.minLength(1)),
    after: v.nullable(id<MomentId | StageId>()),
  }),
  check: (view, actor, { ids }) =>
    all(
      () => may(actor, view, 'moment'),
      () =>
        ids.some((key) => view.moment(key)?.locked === true)
          ? refused('M2', 'This note is locked. Unlock it first.')
          : allowed,
    ),
  apply(board, { ids, after }, random) {
    const moving = new Set<string>(ids)
    const before = orderedLine(board)
    let sorted: readonly Ordered[] = before.filter((part) => !moving.has(part.id))
    let index = sorted.findIndex((part) => part.id === after) + 1
    for (const { id: key } of before.filter((part) => moving.has(part.id))) {
      const { order, rekeyed } = insertKey(sorted, index, random)
      rekey(board, rekeyed)
      const keys = new Map(rekeyed.map((moved) => [moved.id, moved.order]))
      const isTidy = (board.moments.get(key)?.get('place') ?? null) === null
      updateRecord(board.moments, key, isTidy ? { order } : { order, place: null })
      sorted = sorted
        .map((part) => ({ id: part.id, order: keys.get(part.id) ?? part.order }))
        .toSpliced(index, 0, { id: key, order })
      index += 1
    }
  },
})
