import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { buildDocument } from '../../server/src/rooms/document/room-document.ts'
import { createStretches } from '../../server/src/rooms/document/stretches.ts'
import { boardId } from '../support/storage-entries.ts'

test('however many want to work, one does in each turn of the loop, in the order in which they asked', async () => {
  const stretch = createStretches()
  const order: string[] = []
  const work = async (name: string) => {
    for (let at = 0; at < 3; at++) {
      await stretch()
      order.push(name)
    }
  }
  const all = Promise.all([work('a'), work('b'), work('c')])
  for (let at = 1; at <= 9; at++) {
    await turn()
    expect(order.length).toBeLessThanOrEqual(at)
  }
  await all
  expect(order.join('')).toBe('abcabcabc')
})

test('a document that nobody wants any more is not built to its end', async () => {
  const source = new Y.Doc()
  source.getMap('moments').set('one', 1)
  const content = { head: 1, snapshot: null, updates: [Y.encodeStateAsUpdate(source)] }
  expect(await buildDocument(boardId('gone'), content, createStretches(), () => false)).toBeNull()
  const built = await buildDocument(boardId('here'), content, createStretches())
  expect(built?.doc.getMap('moments').get('one')).toBe(1)
})
