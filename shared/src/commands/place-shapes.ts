import * as v from 'valibot'
import { end, id, placed } from '../board/schemas.ts'
import { readShape } from '../board/read.ts'
import { updateRecord } from '../board/write.ts'
import type { ShapeId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { mayHold } from '../rules/pieces.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { direct } from './command.ts'

/** Moves or resizes shapes: a connector by its ends, everything else by its place. What a shape's kind lacks is left out. */
export const placeShapes = direct({
  name: 'place-shapes',
  args: v.object({
    places: v.pipe(
      v.array(
        v.object({
          id: id<ShapeId>(),
          place: v.optional(placed),
          from: v.optional(end),
          to: v.optional(end),
        }),
      ),
      v.minLength(1),
    ),
  }),
  check: (view, actor, { places }) =>
    all(
      () => may(actor, view, 'ink'),
      () =>
        places.some(({ id: key }) => view.shape(key)?.locked === true)
          ? refused('K1', 'This is locked. Unlock it first.')
          : allowed,
      () =>
        all(
          ...places.map(
            ({ id: key, from, to }) =>
              () =>
                mayHold(view, key, [from, to]),
          ),
        ),
    ),
  apply(board, { places }) {
    for (const { id: key, place, from, to } of places) {
      const raw = board.shapes.get(key)
      if (raw === undefined) continue
      updateRecord(board.shapes, key, readShape(key, raw).kind === 'connector' ? { from, to } : { place })
    }
  },
})
