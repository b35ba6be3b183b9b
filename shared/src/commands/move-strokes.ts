import * as v from 'valibot'
import { id, offset } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { StrokeId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Moves strokes: `moved` is how far each then lies from where it was drawn. Its points stay as they were written. */
export const moveStrokes = direct({
  name: 'move-strokes',
  args: v.object({
    moves: v.pipe(v.array(v.object({ id: id<StrokeId>(), moved: offset })), v.minLength(1)),
  }),
  check: (view, actor) => may(actor, view, 'ink'),
  apply(board, { moves }) {
    for (const { id: key, moved } of moves) updateRecord(board.ink, key, { moved })
  },
})
