import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { count, imageHash, words } from '../board/schemas.ts'
import { DOTS_MAX, DOTS_MIN } from '../domain/session.ts'
import { comparePhases } from '../domain/phase.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Title, why and the other settings of the board. Dots are fixed while a vote is open, anonymity once Ideas has opened. */
export const setSettings = governed({
  name: 'set-session',
  args: v.object({
    title: v.optional(v.pipe(words(120), v.trim(), v.minLength(1, 'A board needs a name.'))),
    why: v.optional(words(1000)),
    customer: v.optional(v.pipe(words(40), v.trim(), v.minLength(1, 'Say what you call a customer.'))),
    firm: v.optional(v.pipe(words(80), v.trim())),
    logo: v.optional(v.nullable(imageHash)),
    dots: v.optional(
      v.pipe(count, v.minValue(DOTS_MIN, 'One dot at least.'), v.maxValue(DOTS_MAX, 'Five dots at most.')),
    ),
    stacking: v.optional(v.boolean()),
    room: v.optional(v.pipe(count, v.maxValue(200))),
    goal: v.optional(v.pipe(count, v.minValue(1), v.maxValue(500))),
    anonymous: v.optional(v.boolean()),
  }),
  check: (view, actor, { dots, stacking, room, anonymous, why }) =>
    all(
      () => may(actor, view, 'session'),
      () =>
        view.session.vote.state === 'open' && (dots ?? stacking ?? room) !== undefined
          ? refused('V1', 'The vote is open. Its dots are changed before it opens, or for a new round.')
          : allowed,
      () =>
        anonymous !== undefined &&
        anonymous !== view.session.anonymous &&
        comparePhases(view.session.phase, 'ideas') >= 0
          ? refused(
              'S5',
              'Whether ideas carry names was settled when Ideas opened. It stays, so that everybody can trust it.',
            )
          : allowed,
      () =>
        why !== undefined && why.trim() === '' && view.session.phase !== 'lobby'
          ? refused('S3', 'The why can be changed, but not emptied, once the wall is open.')
          : allowed,
    ),
  apply(board, args) {
    setSession(board, args as Parameters<typeof setSession>[1])
  },
})
