import * as v from 'valibot'
import { coordinate, id, offset, orderKey } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import type { GroupId, StrokeId } from '../domain/id.ts'
import { penOrder, penWidths } from '../domain/pen.ts'
import { STROKE_POINTS_MAX } from '../domain/stroke.ts'
import { may } from '../rules/may.ts'
import { isFree } from '../rules/pieces.ts'
import { all } from '../rules/ruling.ts'
import { direct } from './command.ts'

/** Writes a finished stroke; `points` is x, y, pressure, x, y, pressure ... */
export const drawStroke = direct({
  name: 'draw-stroke',
  args: v.object({
    id: id<StrokeId>(),
    pen: v.picklist(penOrder),
    width: v.picklist(penWidths),
    points: v.pipe(
      v.array(coordinate),
      v.minLength(3),
      v.maxLength(STROKE_POINTS_MAX * 3),
      v.check((points) => points.length % 3 === 0, 'Every point of a stroke needs x, y and a pressure.'),
    ),
    moved: v.optional(offset),
    group: v.optional(v.nullable(id<GroupId>())),
    z: v.optional(v.nullable(orderKey)),
  }),
  check: (view, actor, { id: key }) =>
    all(
      () => may(actor, view, 'ink', { creates: true }),
      () => isFree(view, 'stroke', key),
    ),
  apply(board, { id: key, ...values }) {
    createRecord(board.ink, 'ink', key, values)
  },
})
