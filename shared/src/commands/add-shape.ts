import * as v from 'valibot'
import { end, id, imageFile, orderKey, placed, words } from '../board/schemas.ts'
import { createRecord } from '../board/write.ts'
import type { GroupId, ShapeId } from '../domain/id.ts'
import { SHAPE_WORDS_MAX, textSizes, tints } from '../domain/shape.ts'
import { may } from '../rules/may.ts'
import { isFree, mayHold } from '../rules/pieces.ts'
import { all, allowed } from '../rules/ruling.ts'
import { direct } from './command.ts'

const common = {
  id: id<ShapeId>(),
  words: v.optional(words(SHAPE_WORDS_MAX)),
  tint: v.optional(v.picklist(tints)),
  group: v.optional(v.nullable(id<GroupId>())),
  z: v.optional(v.nullable(orderKey)),
}

/** What a shape may be made with. */
export const shapeArgs = v.variant('kind', [
  v.object({ kind: v.literal('text'), ...common, place: placed, size: v.optional(v.picklist(textSizes)) }),
  v.object({ kind: v.literal('area'), ...common, place: placed }),
  v.object({ kind: v.literal('connector'), ...common, from: end, to: end }),
  v.object({ kind: v.literal('image'), ...common, place: placed, image: imageFile }),
])

/** Puts a free text, an area, a connector or an image on the wall. */
export const addShape = direct({
  name: 'add-shape',
  args: shapeArgs,
  check: (view, actor, args) =>
    all(
      () => may(actor, view, 'ink', { creates: true }),
      () => isFree(view, 'shape', args.id),
      () => (args.kind === 'connector' ? mayHold(view, args.id, [args.from, args.to]) : allowed),
    ),
  apply(board, { id: key, ...values }) {
    createRecord(board.shapes, 'shapes', key, values)
  },
})
