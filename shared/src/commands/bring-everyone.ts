import * as v from 'valibot'
import { coordinate, id, length } from '../board/schemas.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { kept } from './command.ts'

/** Brings everybody's view to what the facilitator looks at; in list mode, to the moment. */
export const bringEveryone = kept({
  name: 'bring-everyone',
  anonymous: false,
  args: v.object({
    view: v.tuple([
      coordinate,
      coordinate,
      v.pipe(length, v.maxValue(1_000_000)),
      v.pipe(length, v.maxValue(1_000_000)),
    ]),
    moment: v.optional(v.nullable(id<MomentId>()), null),
  }),
  check: (view, actor) => may(actor, view, 'steer'),
})
