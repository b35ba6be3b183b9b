import * as v from 'valibot'
import { compareOrder, insertKey, insertKeyAlone, type Insertion, type Random } from '../board/order.ts'
import { isOnTimeline } from '../board/timeline.ts'
import { channelId, coordinate, id, length, words } from '../board/schemas.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import { readMoment, readSession } from '../board/read.ts'
import type { Board } from '../board/board.ts'
import { settingOrder } from '../domain/contact-type.ts'
import type { MomentId } from '../domain/id.ts'
import { kinds, MOMENT_TEXT_MAX, papers, type Moment } from '../domain/moment.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** The moments that keep an order key among themselves, sorted: those on the line and those behind the scenes. */
export function orderedMoments(board: Board): readonly Moment[] {
  const moments: Moment[] = []
  for (const [key, raw] of board.moments) {
    const moment = readMoment(key as MomentId, raw)
    if (isOnTimeline(moment) || moment.kind === 'invisible') moments.push(moment)
  }
  return moments.toSorted(compareOrder)
}

/** While ideas are open moments are added and none is changed, so the newcomer goes where there is room. */
function spotFor(board: Board, sorted: readonly Moment[], index: number, random: Random): Insertion {
  if (readSession(board.session).phase !== 'ideas') return insertKey(sorted, index, random)
  return { order: insertKeyAlone(sorted, index, random), rekeyed: [] }
}

/** Adds a moment after another one (`null` = at the start, `'last'` = at the end). Takes its spot by order, never by x. */
export const addMoment = direct({
  name: 'add-moment',
  args: v.object({
    id: id<MomentId>(),
    text: words(MOMENT_TEXT_MAX),
    after: v.nullable(v.union([v.literal('last'), id<MomentId>()])),
    paper: v.optional(v.picklist(papers)),
    channel: v.optional(v.nullable(channelId)),
    setting: v.optional(v.nullable(v.picklist(settingOrder))),
    kind: v.optional(v.picklist(kinds)),
    serves: v.optional(v.nullable(id<MomentId>())),
    prompt: v.optional(v.nullable(words(80))),
    place: v.optional(v.nullable(v.tuple([coordinate, coordinate, length, length]))),
  }),
  check: (view, actor) => may(actor, view, 'moment', { creates: true }),
  apply(board, { id: key, after, ...values }, random) {
    const sorted = orderedMoments(board)
    const found = after === null ? -1 : sorted.findIndex((moment) => moment.id === after)
    const index = after === 'last' || (after !== null && found < 0) ? sorted.length : found + 1
    const { order, rekeyed } = spotFor(board, sorted, index, random)
    for (const moved of rekeyed) updateRecord(board.moments, moved.id, { order: moved.order })
    createRecord(board.moments, 'moments', key, { ...values, order })
  },
})
