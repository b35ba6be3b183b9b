import * as v from 'valibot'
import { rekey, spotBehind } from '../board/line.ts'
import { channelId, id, placed, words } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import { settingOrder } from '../domain/contact-type.ts'
import type { MomentId, StageId } from '../domain/id.ts'
import { kinds, MOMENT_TEXT_MAX, papers } from '../domain/moment.ts'
import { may } from '../rules/may.ts'
import { isFree } from '../rules/pieces.ts'
import { all } from '../rules/ruling.ts'
import { direct } from './command.ts'

/** What a moment may be made with, beside its spot on the line. */
export const momentFields = {
  id: id<MomentId>(),
  text: words(MOMENT_TEXT_MAX),
  paper: v.optional(v.picklist(papers)),
  channel: v.optional(v.nullable(channelId)),
  setting: v.optional(v.nullable(v.picklist(settingOrder))),
  kind: v.optional(v.picklist(kinds)),
  serves: v.optional(v.nullable(id<MomentId>())),
  prompt: v.optional(v.nullable(words(80))),
  place: v.optional(v.nullable(placed)),
}

/** What others come behind: a moment, a stage's divider, the very start or the end. */
export const behind = v.nullable(v.union([v.literal('last'), id<MomentId | StageId>()]))

/**
 * Adds a moment behind another one or behind a stage's divider (`null` = at the very start, `'last'` = at the end). Takes its
 * spot by order, never by x.
 */
export const addMoment = direct({
  name: 'add-moment',
  args: v.object({ ...momentFields, after: behind }),
  check: (view, actor, { id: key }) =>
    all(
      () => may(actor, view, 'moment', { creates: true }),
      () => isFree(view, 'moment', key),
    ),
  apply(board, { id: key, after, ...values }, random) {
    const { order, rekeyed } = spotBehind(board, after, random)
    rekey(board, rekeyed)
    createRecord(board.moments, 'moments', key, { ...values, order })
  },
})
