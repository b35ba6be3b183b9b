import * as v from 'valibot'
import { readShape } from '../board/read.ts'
import { id } from '../board/schemas.ts'
import { updateRecord } from '../board/write.ts'
import type { ShapeId } from '../domain/id.ts'
import { textSizes, tints } from '../domain/shape.ts'
import { may } from '../rules/may.ts'
import { direct } from './command.ts'

/** The colour of shapes, and how large free text is written. */
export const setShape = direct({
  name: 'set-shape',
  args: v.object({
    ids: v.pipe(v.array(id<ShapeId>()), v.minLength(1)),
    tint: v.optional(v.picklist(tints)),
    size: v.optional(v.picklist(textSizes)),
  }),
  check: (view, actor) => may(actor, view, 'ink'),
  apply(board, { ids, tint, size }) {
    for (const key of ids) {
      const raw = board.shapes.get(key)
      if (raw === undefined) continue
      updateRecord(board.shapes, key, readShape(key, raw).kind === 'text' ? { tint, size } : { tint })
    }
  },
})
