import type { ShapeId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { editShape, endWriting } from '../../client/src/tools/edit-shape.ts'
import { until } from '../support/client-store.ts'
import { agreed, twoAtWall, type AtWall } from '../support/wall-client.ts'

const types = ({ wall, bench }: AtWall, insert: string, remove = 0) => {
  const id = bench.desk.writing.get()
  if (id === null) throw new Error('Nothing is being typed into.')
  return wall.act('edit-text', { root: 'shapes', id, key: 'words', index: 0, remove, insert })
}
const onWall = ({ wall }: AtWall) => wall.shapes().filter(({ removed }) => !removed)

test('a free text that is left empty was never there: nothing to undo, nothing for the others', async () => {
  const { ann, bob } = await twoAtWall()
  ann.toolbox.take('text')
  ann.click({ x: 600, y: 600 })
  types(ann, 'No')
  types(ann, '', 2)
  expect(ann.wall.canUndo()).toBe(true)
  endWriting(ann.bench)
  expect(ann.wall.canUndo()).toBe(false)
  expect(ann.wall.canRedo()).toBe(false)
  await agreed(ann, bob)
  expect(onWall(bob)).toEqual([])
})

test('what was done before an empty text is undone next', async () => {
  const { ann } = await twoAtWall()
  ann.wall.act('add-shape', { kind: 'area', id: ann.wall.newId<ShapeId>(), place: [0, 600, 300, 200] })
  ann.toolbox.take('text')
  ann.click({ x: 600, y: 600 })
  endWriting(ann.bench)
  ann.wall.undo()
  expect(onWall(ann)).toEqual([])
})

test('an older text that is emptied goes, and comes back with its words in one step', async () => {
  const { ann, bob } = await twoAtWall()
  ann.toolbox.take('text')
  ann.click({ x: 600, y: 600 })
  types(ann, 'Why here')
  endWriting(ann.bench)
  await agreed(ann, bob)
  const [text] = onWall(bob)
  if (!text) throw new Error('The text is there.')
  editShape(text.id, bob.bench)
  types(bob, '', 8)
  endWriting(bob.bench)
  await agreed(ann, bob)
  expect(onWall(ann)).toEqual([])
  bob.wall.undo()
  await agreed(ann, bob)
  expect(onWall(ann)).toMatchObject([{ words: 'Why here' }])
  bob.wall.redo()
  expect(onWall(bob)).toEqual([])
})

test('a new text into which somebody else has written meanwhile stays', async () => {
  const { ann, bob } = await twoAtWall()
  ann.toolbox.take('text')
  ann.click({ x: 600, y: 600 })
  await until(() => onWall(bob).length === 1, 'the text')
  const [text] = onWall(bob)
  if (!text) throw new Error('The text is there.')
  editShape(text.id, bob.bench)
  types(bob, 'Mine')
  await until(() => onWall(ann)[0]?.words === 'Mine', 'the words')
  endWriting(ann.bench)
  await agreed(ann, bob)
  expect(onWall(bob)).toMatchObject([{ words: 'Mine' }])
})

test('who types into a shape is told to the others, and to nobody in an anonymous span', async () => {
  const { session, ann, bob } = await twoAtWall()
  ann.bench.desk.writing.subscribe(() => ann.wall.presence.publish({ writing: ann.bench.desk.writing.get() }))
  ann.toolbox.take('text')
  ann.click({ x: 600, y: 600 })
  const written = () => bob.wall.presence.peers().map(({ name, writing }) => `${name} ${writing}`)
  await until(() => written().length === 1 && !written()[0]?.endsWith('null'), 'the news')
  expect(written()).toEqual([`Ann ${ann.bench.desk.writing.get()}`])
  await session.go('choose')
  await until(() => bob.page.store.session.get().phase === 'choose', 'the phase')
  expect(bob.wall.presence.peers()).toEqual([])
})
