import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { realAfter } from '../../server/src/alarm.ts'
import { compactContent } from '../../server/src/rooms/document/compact.ts'
import { createCompactor } from '../../server/src/rooms/document/compactor.ts'
import { cutsOf, piecesOf } from '../../server/src/rooms/document/cuts.ts'
import type { StoredContent } from '../../server/src/storage/storage.ts'
import { anyDocument } from '../support/any-document.ts'
import { handClock } from '../support/hand-clock.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** A document as its updates came. */
function grown(steps: number): { doc: Y.Doc; content: StoredContent } {
  const source = anyDocument(seededNumbers(seed), 3, steps)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source))
  for (let at = 0; at < 40; at++) doc.getText('text').insert(0, `${at} `)
  return { doc, content: { head: updates.length, snapshot: null, updates } }
}

function compactor(begin?: () => Worker) {
  const made = createCompactor(realAfter, begin)
  onTestFinished(() => made.close())
  return made
}

test(`makes a snapshot in another thread, and the next one out of it (seed ${seed})`, async () => {
  const { doc, content } = grown(60)
  const { compact } = compactor()
  const first = await compact(() => Promise.resolve(content))
  if (first === null) throw new Error('There is no snapshot.')
  expect(first.through).toBe(content.head)
  const before = Y.encodeStateVector(doc)
  doc.getMap('one').set('later', 'yes')
  const updates = [Y.encodeStateAsUpdate(doc, before)]
  const second = await compact(() => Promise.resolve({ head: content.head + 1, snapshot: first, updates }))
  const again = new Y.Doc()
  for (const piece of piecesOf(second?.whole ?? new Uint8Array(), cutsOf(second ?? first))) Y.applyUpdate(again, piece)
  expect(Buffer.from(Y.encodeStateAsUpdate(again)).equals(Y.encodeStateAsUpdate(doc))).toBe(true)
  expect(Y.decodeStateVector(second?.vector ?? before)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
})

test('makes none of a document with a hole, and goes on with others', async () => {
  const { content } = grown(20)
  const { compact } = compactor()
  const holed = { ...content, updates: content.updates.filter((_, index) => index !== content.head - 2) }
  expect(() => compactContent(holed)).toThrow('An update is missing.')
  await expect(compact(() => Promise.resolve(holed))).rejects.toThrow('An update is missing.')
  expect((await compact(() => Promise.resolve(content)))?.through).toBe(content.head)
})

test('gives back the memory that a large document took', { timeout: 30_000 }, async () => {
  let ended = 0
  const { compact } = compactor(() => {
    const thread = new Worker(new URL('../../server/src/rooms/document/compact-worker.ts', import.meta.url))
    thread.on('exit', () => ended++)
    return thread
  })
  const { content } = grown(20)
  await compact(() => Promise.resolve(content))
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'x'.repeat(3_000_000))
  const large = { head: 1, snapshot: null, updates: [Y.encodeStateAsUpdate(doc)] }
  expect(ended).toBe(0)
  await compact(() => Promise.resolve(large))
  await vi.waitFor(() => expect(ended).toBe(1), { timeout: 20_000 })
  expect((await compact(() => Promise.resolve(content)))?.through).toBe(content.head)
})

test('survives its thread', async () => {
  const { content } = grown(20)
  let threads = 0
  const { compact } = compactor(() => {
    threads++
    if (threads > 2) return new Worker(new URL('../../server/src/rooms/document/compact-worker.ts', import.meta.url))
    const end = threads === 1 ? 'process.exit(1)' : 'throw new Error("out of memory")'
    return new Worker(`require('node:worker_threads').parentPort.on('message', () => { ${end} })`, { eval: true })
  })
  await expect(compact(() => Promise.resolve(content))).rejects.toThrow('has ended')
  await expect(compact(() => Promise.resolve(content))).rejects.toThrow('out of memory')
  expect((await compact(() => Promise.resolve(content)))?.through).toBe(content.head)
})

test('a thread that rested until now isn’t ended in the middle of the next snapshot', async () => {
  const { content } = grown(20)
  const clock = handClock()
  const made = createCompactor(clock.after)
  onTestFinished(() => made.close())
  await made.compact(() => Promise.resolve(content))
  await clock.pass(29_000)
  const next = made.compact(() => Promise.resolve(content))
  await clock.pass(2_000)
  expect((await next)?.through).toBe(content.head)
})

test('reads one board at a time, each when its turn has come, and none any more once it is closed', async () => {
  const { content } = grown(20)
  const made = compactor()
  let reading = 0
  let most = 0
  const read = async () => {
    most = Math.max(most, ++reading)
    await new Promise((resolve) => setImmediate(resolve))
    reading--
    return content
  }
  const all = await Promise.all([made.compact(read), made.compact(read), made.compact(() => Promise.resolve(null))])
  expect(all.map((each) => each?.through)).toEqual([content.head, content.head, undefined])
  expect(most).toBe(1)
  made.close()
  expect(await made.compact(() => Promise.reject(new Error('never asked')))).toBeNull()
})
