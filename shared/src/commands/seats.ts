import * as v from 'valibot'
import { count, id, instant, words } from '../board/schemas.ts'
import type { SeatId } from '../domain/id.ts'
import { workplaces } from '../domain/role.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { seated } from '../rules/seated.ts'
import { kept } from './command.ts'

/** Raises a seat to facilitator or sets it back; a raised seat survives a renewed link (rules.md, edge 7). */
export const setRole = kept({
  name: 'set-role',
  anonymous: false,
  args: v.object({ seat: id<SeatId>(), role: v.picklist(['facilitator', 'participant']) }),
  check: (view, actor) => may(actor, view, 'seats'),
})

/** Names who takes over when no facilitator is left for a minute; null names nobody. */
export const nameHeir = kept({
  name: 'name-heir',
  anonymous: false,
  args: v.object({ seat: v.nullable(id<SeatId>()) }),
  check: (view, actor) => may(actor, view, 'seats'),
})

/** Takes a person off the board: the seat's token stops working at once. */
export const removeSeat = kept({
  name: 'remove-seat',
  anonymous: false,
  args: v.object({ seat: id<SeatId>() }),
  check: (view, actor, { seat }) =>
    all(
      () => may(actor, view, 'seats'),
      () => (seat === actor.seat ? refused('S4', 'You can’t remove yourself. Hand over first.') : allowed),
    ),
})

/** Closes the door to newcomers, or opens it again. */
export const setDoor = kept({
  name: 'set-door',
  anonymous: false,
  args: v.object({ open: v.boolean() }),
  check: (view, actor) => may(actor, view, 'seats'),
})

/** Asks newcomers for these words beside the link, or no longer. Whoever has a seat is never asked. */
export const setPassphrase = kept({
  name: 'set-passphrase',
  anonymous: false,
  args: v.object({
    passphrase: v.nullable(
      v.pipe(words(200), v.trim(), v.minLength(8, 'Eight letters at least. Four words in a row are easy to say.')),
    ),
  }),
  check: (view, actor) => may(actor, view, 'seats'),
})

/** When the board goes by itself: on a day, after so many days without anybody, or never. */
export const setRetention = kept({
  name: 'set-retention',
  anonymous: false,
  args: v.object({
    deleteAt: v.nullable(v.pipe(instant, v.integer())),
    idleDays: v.nullable(
      v.pipe(count, v.minValue(1, 'One day at least.'), v.maxValue(3650, 'Ten years at most: 3650 days.')),
    ),
  }),
  check: (view, actor) => may(actor, view, 'seats'),
})

/** Changes one's own name or workplace. */
export const renameSelf = kept({
  name: 'rename-self',
  anonymous: false,
  args: v.object({
    name: v.optional(v.pipe(words(80), v.trim(), v.minLength(1, 'A name helps the others. Any name will do.'))),
    workplace: v.optional(v.nullable(v.picklist(workplaces))),
  }),
  check: (_view, actor) => seated(actor),
})
