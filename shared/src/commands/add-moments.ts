import * as v from 'valibot'
import { rekey, spotsBehind } from '../board/line.ts'
import { id, orderKey } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import type { GroupId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { isFree } from '../rules/pieces.ts'
import { all } from '../rules/ruling.ts'
import { behind, momentFields } from './add-moment.ts'
import { direct } from './command.ts'

/** So many at once: with the longest words in any script they are less than half of the largest change. */
export const MOMENTS_AT_ONCE = 200

/** Adds several moments in a row behind another one, as one change: a paste of a thousand lines is five of them. */
export const addMoments = direct({
  name: 'add-moments',
  args: v.object({
    moments: v.pipe(
      v.array(
        v.object({
          ...momentFields,
          seconds: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(31_536_000)))),
          group: v.optional(v.nullable(id<GroupId>())),
          z: v.optional(v.nullable(orderKey)),
        }),
      ),
      v.minLength(1),
      v.maxLength(MOMENTS_AT_ONCE, `Up to ${MOMENTS_AT_ONCE} moments are added at once.`),
    ),
    after: behind,
  }),
  check: (view, actor, { moments }) =>
    all(
      () => may(actor, view, 'moment', { creates: true }),
      ...moments.map((moment) => () => isFree(view, 'moment', moment.id)),
    ),
  apply(board, { moments, after }, random) {
    const { orders, rekeyed } = spotsBehind(board, after, moments.length, random)
    rekey(board, rekeyed)
    for (const [at, { id: key, ...values }] of moments.entries()) {
      createRecord(board.moments, 'moments', key, { ...values, order: orders[at] })
    }
  },
})
