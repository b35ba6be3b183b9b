import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { ShapeId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** Puts shapes into the bin, or takes them out again (`removed: false`). Unlike ink they are never deleted (M5). */
export const removeShapes = direct({
  name: 'remove-shapes',
  args: v.object({ ids: v.pipe(v.array(id<ShapeId>()), v.minLength(1)), removed: v.boolean() }),
  check: (view, actor) => may(actor, view, 'ink'),
  apply(board, { ids, removed }) {
    for (const key of ids) updateRecord(board.shapes, key, { removed })
  },
})
