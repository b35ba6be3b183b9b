import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { answerTo } from '../../client/src/model/answer.ts'

test('a page that has nothing new says nothing, also when much was deleted; else what is lacking', () => {
  const page = new Y.Doc()
  page.getText('text').insert(0, 'words that go')
  page.getText('text').delete(0, 5)
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(page))
  server.getMap('moments').set('theirs', 1)
  expect(answerTo(page, Y.encodeStateVector(server))).toEqual(new Uint8Array([0, 0]))
  page.getMap('moments').set('ours', 1)
  Y.applyUpdate(server, answerTo(page, Y.encodeStateVector(server)))
  expect(server.getMap('moments').toJSON()).toEqual({ theirs: 1, ours: 1 })
})
