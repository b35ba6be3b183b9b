import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import type { StrokeId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Deletes strokes. Ink is the one thing that is truly deleted (rules.md, edge 6); undo brings one's own back. */
export const eraseStrokes = direct({
  name: 'erase-strokes',
  args: v.object({ ids: v.array(id<StrokeId>()) }),
  check: (view, actor) => may(actor, view, 'ink'),
  apply(board, { ids }) {
    for (const key of ids) board.ink.delete(key)
  },
})
