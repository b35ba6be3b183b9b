import * as v from 'valibot'
import { coordinate, id } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import type { StrokeId } from '../domain/id.ts'
import { penOrder, penWidths } from '../domain/pen.ts'
import { STROKE_POINTS_MAX } from '../domain/stroke.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Writes a finished stroke; `points` is x, y, pressure, x, y, pressure ... */
export const drawStroke = direct({
  name: 'draw-stroke',
  args: v.object({
    id: id<StrokeId>(),
    pen: v.picklist(penOrder),
    width: v.picklist(penWidths),
    points: v.pipe(v.array(coordinate), v.minLength(3), v.maxLength(STROKE_POINTS_MAX * 3)),
  }),
  check: (view, actor) => may(actor, view, 'ink', { creates: true }),
  apply(board, { id: key, pen, width, points }) {
    createRecord(board.ink, 'ink', key, { pen, width, points })
  },
})
