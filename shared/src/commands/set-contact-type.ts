import * as v from 'valibot'
import { channelId, id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import { settingOrder } from '../domain/contact-type.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Gives moments a contact type; without a setting an existing one stays. A channel of null takes the type away. */
export const setContactType = direct({
  name: 'set-contact-type',
  args: v.object({
    ids: v.array(id<MomentId>()),
    channel: v.nullable(channelId),
    setting: v.optional(v.nullable(v.picklist(settingOrder))),
  }),
  check: (view, actor) => may(actor, view, 'contact-type'),
  apply(board, { ids, channel, setting }) {
    for (const key of ids) updateRecord(board.moments, key, { channel, setting: channel === null ? null : setting })
  },
})
