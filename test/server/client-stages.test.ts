import { expect, test } from 'vitest'
import { beginStage, endNaming, moveStage, nameStage } from '../../client/src/tools/stages.ts'
import { until } from '../support/client-store.ts'
import { agreed, twoAtWall, type AtWall } from '../support/wall-client.ts'

const types = ({ wall, bench }: AtWall, insert: string, remove = 0) => {
  const id = bench.desk.naming.get()
  if (id === null) throw new Error('Nothing is being named.')
  return wall.act('edit-text', { root: 'stages', id, key: 'title', index: 0, remove, insert })
}
const said = ({ bench }: AtWall) => bench.scene.stages().map(({ first, stage }) => `${first} ${stage.title}`)

test('a stage is moved by one and named by another at once; each takes back their own', async () => {
  const { ann, bob } = await twoAtWall()
  beginStage(3, ann.bench)
  types(ann, 'Desk')
  endNaming(ann.bench)
  await agreed(ann, bob)
  const [seen] = bob.bench.scene.stages()
  if (!seen) throw new Error('The stage is there.')
  moveStage(seen, 5, bob.bench)
  nameStage(seen.id, ann.bench)
  types(ann, 'At the ')
  endNaming(ann.bench)
  await agreed(ann, bob)
  expect(said(ann)).toEqual(['5 At the Desk'])
  bob.wall.undo()
  await agreed(ann, bob)
  expect(said(ann)).toEqual(['3 At the Desk'])
  // She typed without a pause: one step takes the title back, the next one the stage.
  ann.wall.undo()
  ann.wall.undo()
  await agreed(ann, bob)
  expect(said(bob)).toEqual([])
  ann.wall.redo()
  ann.wall.redo()
  await agreed(ann, bob)
  expect(said(bob)).toEqual(['3 At the Desk'])
})

test('a stage that is left without a title was never there; one that is emptied comes back with it', async () => {
  const { ann, bob } = await twoAtWall()
  beginStage(3, ann.bench)
  endNaming(ann.bench)
  expect(ann.wall.canUndo()).toBe(false)
  beginStage(2, ann.bench)
  types(ann, 'Arriving')
  endNaming(ann.bench)
  await until(() => said(bob).includes('2 Arriving'), 'the stage')
  const [stage] = bob.bench.scene.stages()
  if (!stage) throw new Error('The stage is there.')
  nameStage(stage.id, bob.bench)
  types(bob, '', 8)
  endNaming(bob.bench)
  await agreed(ann, bob)
  expect(said(ann)).toEqual([])
  bob.wall.undo()
  await agreed(ann, bob)
  expect(said(ann)).toEqual(['2 Arriving'])
})
