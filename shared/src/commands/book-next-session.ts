import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { date, timeZone } from '../board/schemas.ts'
import { may } from '../rules/may.ts'
import { governed } from './command.ts'

/** Books the next session, at a time of day in a time zone; null takes it off the calendar. */
export const bookNextSession = governed({
  name: 'book-next-session',
  args: v.object({
    at: v.nullable(
      v.object({
        date,
        time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:30.')),
        minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1440)),
        zone: v.optional(v.nullable(timeZone), null),
      }),
    ),
  }),
  check: (view, actor) => may(actor, view, 'steer'),
  apply(board, { at }) {
    setSession(board, { nextSession: at })
  },
})
