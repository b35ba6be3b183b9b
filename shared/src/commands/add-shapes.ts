import * as v from 'valibot'
import { createRecord } from '../board/write.ts'
import { may } from '../rules/may.ts'
import { HOLDS_CONNECTOR, isFree, mayHold } from '../rules/pieces.ts'
import { all, allowed, type Ruling } from '../rules/ruling.ts'
import { shapeArgs } from './add-shape.ts'
import { direct } from './command.ts'

/** So many at once: with the longest words in any script they are less than half of the largest change. */
export const SHAPES_AT_ONCE = 200

type Made = v.InferOutput<typeof shapeArgs>

/** Puts several shapes on the wall as one change: a connector may hold on to what comes with it. */
export const addShapes = direct({
  name: 'add-shapes',
  args: v.object({
    shapes: v.pipe(
      v.array(shapeArgs),
      v.minLength(1),
      v.maxLength(SHAPES_AT_ONCE, `Up to ${SHAPES_AT_ONCE} shapes are added at once.`),
    ),
  }),
  check: (view, actor, { shapes }) =>
    all(
      () => may(actor, view, 'ink', { creates: true }),
      ...shapes.map(
        ({ id }) =>
          () =>
            isFree(view, 'shape', id),
      ),
      ...shapes.map((shape) => () => (shape.kind === 'connector' ? mayHold(view, shape.id, endsOf(shape)) : allowed)),
      () => holdNoNewcomer(shapes),
    ),
  apply(board, { shapes }) {
    for (const { id, ...values } of shapes) createRecord(board.shapes, 'shapes', id, values)
  },
})

const endsOf = ({ from, to }: Extract<Made, { kind: 'connector' }>) => [from, to]

/** No connector holds on to another one, also to none that comes with it. */
function holdNoNewcomer(shapes: readonly Made[]): Ruling {
  const connectors = shapes.filter((shape) => shape.kind === 'connector')
  const lines = new Set<string>(connectors.map(({ id }) => id))
  const held = connectors.flatMap(endsOf).some((end) => 'at' in end && lines.has(end.at))
  return held ? HOLDS_CONNECTOR : allowed
}
