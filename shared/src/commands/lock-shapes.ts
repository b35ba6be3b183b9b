import * as v from 'valibot'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { ShapeId } from '../domain/id.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

export const lockShapes = direct({
  name: 'lock-shapes',
  args: v.object({ ids: v.pipe(v.array(id<ShapeId>()), v.minLength(1)), locked: v.boolean() }),
  check: (view, actor) => may(actor, view, 'ink'),
  apply(board, { ids, locked }) {
    for (const key of ids) updateRecord(board.shapes, key, { locked })
  },
})
