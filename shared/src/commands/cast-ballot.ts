import * as v from 'valibot'
import { count } from '../board/schemas.ts'
import { isOnTimeline } from '../board/timeline.ts'
import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import { ID_PATTERN, type MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused, type Ruling } from '../rules/ruling.ts'
import { seated } from '../rules/seated.ts'
import { kept } from './command.ts'

/** Dots by moment; a whole ballot each time, so that a resend is harmless. */
export type Dots = Readonly<Record<string, number>>
const dots = v.pipe(
  v.record(v.pipe(v.string(), v.regex(ID_PATTERN)), v.pipe(count, v.maxValue(5))),
  v.check((given) => Object.keys(given).length <= 5, 'Five dots at most.'),
) as v.GenericSchema<unknown, Dots>

function ballotOf(view: BoardView, actor: Actor, round: number, given: Dots): Ruling {
  const { session } = view
  const total = Object.values(given).reduce((sum, each) => sum + each, 0)
  return all(
    () => may(actor, view, 'ballot'),
    () =>
      session.vote.state === 'open' && session.vote.round === round
        ? allowed
        : refused('V1', 'That round of voting is over. A new one has its own dots.'),
    () => (total <= session.dots ? allowed : refused('V1', 'None left. Touch one to take it back.')),
    () =>
      session.stacking || Object.values(given).every((each) => each <= 1)
        ? allowed
        : refused('V1', 'One dot a moment on this board.'),
    () =>
      Object.keys(given).every((key) => {
        const moment = view.moment(key as MomentId)
        return moment !== undefined && isOnTimeline(moment)
      })
        ? allowed
        : refused('V1', 'One of these moments is no longer on the timeline.'),
  )
}

/** One person's ticks. They stay in the vault, without a name, until only totals are left. */
export const castBallot = kept({
  name: 'cast-ballot',
  anonymous: true,
  args: v.object({ round: count, dots }),
  check: (view, actor, { round, dots: given }) =>
    all(
      () => seated(actor),
      () => ballotOf(view, actor, round, given),
    ),
})

/** A ballot for somebody in the room without a device: number `person` of those declared before the vote. */
export const castRoomBallot = kept({
  name: 'cast-room-ballot',
  anonymous: true,
  args: v.object({ round: count, person: v.pipe(count, v.minValue(1)), dots }),
  check: (view, actor, { round, person, dots: given }) =>
    all(
      () => may(actor, view, 'steer'),
      () => ballotOf(view, actor, round, given),
      () =>
        person <= view.session.room
          ? allowed
          : refused('V1', 'Say before the vote how many people are in the room without a device.'),
    ),
})
