import * as v from 'valibot'
import { id, placed } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { direct } from './command.ts'

/** Moves or resizes notes by hand; a place of null makes a note tidy again. One value a note (architecture, section 3). */
export const placeMoments = direct({
  name: 'place-moments',
  args: v.object({
    places: v.pipe(v.array(v.object({ id: id<MomentId>(), place: v.nullable(placed) })), v.minLength(1)),
  }),
  check: (view, actor, { places }) =>
    all(
      () => may(actor, view, 'moment-by-hand'),
      () =>
        places.some(({ id: key }) => view.moment(key)?.locked === true)
          ? refused('M2', 'This note is locked. Unlock it first.')
          : allowed,
    ),
  apply(board, { places }) {
    for (const { id: key, place } of places) updateRecord(board.moments, key, { place })
  },
})
