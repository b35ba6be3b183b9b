import * as v from 'valibot'
import { id, words } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { ActionId, SeatId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

/** Who takes an action: oneself; anybody (also by name only) if the facilitator says so; null gives it back. */
export const ownAction = governed({
  name: 'own-action',
  args: v.object({ action: id<ActionId>(), seat: v.nullable(id<SeatId>()), name: v.optional(words(80)) }),
  check: (view, actor, { action, seat, name }) =>
    all(
      () => may(actor, view, 'owner'),
      () => (view.action(action) === undefined ? refused('P2', 'This action is no longer on the board.') : allowed),
      () => {
        if (actor.role === 'facilitator') return allowed
        const current = view.action(action)?.owner ?? null
        const takes = seat === actor.seat && (current === null || current.seat === actor.seat)
        const returns = seat === null && name === undefined && current?.seat === actor.seat
        return takes || returns
          ? allowed
          : refused(
              'P2',
              'You can take an action yourself, or give your own back. The facilitator can name somebody else.',
            )
      },
    ),
  apply(board, { action, seat, name }, { people, actor }) {
    const known = people.find((person) => person.seat === seat)?.name ?? (seat === actor.seat ? actor.name : undefined)
    const called = known ?? name ?? ''
    updateRecord(board.actions, action, { owner: seat === null && called === '' ? null : { seat, name: called } })
  },
})
