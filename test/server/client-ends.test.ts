import type { MomentId, ShapeId } from '@momentous/shared/domain/id'
import type { End } from '@momentous/shared/domain/shape'
import { expect, test } from 'vitest'
import { spotOfEnd } from '../../client/src/tools/connector-ends.ts'
import { until } from '../support/client-store.ts'
import { agreed, twoAtWall, type AtWall } from '../support/wall-client.ts'

const endsOf = ({ wall }: AtWall, id: ShapeId): readonly End[] => {
  const shape = wall.shape(id)
  return shape?.kind === 'connector' ? [shape.from, shape.to] : []
}
const pull = (who: AtWall, id: ShapeId, side: 'from' | 'to', to: MomentId) => {
  const piece = who.bench.scene.piece(id)
  if (piece?.kind !== 'connector') throw new Error('The connector is not to be seen.')
  who.bench.selection.set([id])
  who.pull(spotOfEnd(piece, side), who.middleOf(to))
}

test('two who pull one end each both have their way, and each takes back only their own', async () => {
  const { ann, bob } = await twoAtWall()
  const line = ann.bench.scene.order()
  const [one, two, three, four] = line
  if (!one || !two || !three || !four) throw new Error('The board has moments.')
  const id = ann.wall.newId<ShapeId>()
  ann.wall.act('add-shape', { kind: 'connector', id, from: { at: one }, to: { at: two } })
  await until(() => bob.wall.shape(id) !== undefined, 'the connector')
  pull(ann, id, 'to', three)
  pull(bob, id, 'from', four)
  await agreed(ann, bob)
  expect(endsOf(ann, id)).toEqual([{ at: four }, { at: three }])
  ann.wall.undo()
  await agreed(ann, bob)
  expect(endsOf(bob, id)).toEqual([{ at: four }, { at: two }])
  bob.wall.undo()
  await agreed(ann, bob)
  expect(endsOf(ann, id)).toEqual([{ at: one }, { at: two }])
})

test('an end that is put on a note while somebody bins it lies at the same place for both, and comes back with the note', async () => {
  const { ann, bob } = await twoAtWall()
  const [one, two, three] = ann.bench.scene.order()
  if (!one || !two || !three) throw new Error('The board has moments.')
  const id = ann.wall.newId<ShapeId>()
  ann.wall.act('add-shape', { kind: 'connector', id, from: { at: one }, to: { at: two } })
  await until(() => bob.wall.shape(id) !== undefined, 'the connector')
  pull(ann, id, 'to', three)
  bob.wall.act('remove-moments', { ids: [three], removed: true })
  await agreed(ann, bob)
  const end = ({ bench }: AtWall) => {
    const piece = bench.scene.piece(id)
    return piece?.kind === 'connector' ? piece.path.end : null
  }
  expect(end(ann)).toEqual({ x: 165, y: 0 })
  expect(end(bob)).toEqual(end(ann))
  bob.wall.undo()
  await agreed(ann, bob)
  expect(end(ann)?.x).toBeGreaterThan(120)
  expect(end(ann)).toEqual(end(bob))
  expect(endsOf(bob, id)).toEqual([{ at: one }, { at: three }])
})
