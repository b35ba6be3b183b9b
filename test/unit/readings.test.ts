import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as decoding from 'lib0/decoding'
import { createReadings, type Welcome } from '../../server/src/rooms/document/readings.ts'
import type { StoredContent } from '../../server/src/storage/storage.ts'
import { boardId } from '../support/storage-entries.ts'

/** A board whose disk is an array, and whose clock a test moves. */
function shelf() {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const later: (() => void)[] = []
  let reads = 0
  const content = (): Promise<StoredContent> => {
    reads++
    return Promise.resolve({ head: updates.length, snapshot: null, updates: [...updates] })
  }
  const readings = createReadings({ content }, boardId('shop'), (_, work) => {
    later.push(work)
    return () => undefined
  })
  const write = (key: string) => void doc.getMap('moments').set(key, 1)
  const told = (key: string) => {
    write(key)
    readings.note(updates.slice(-1))
  }
  return { readings, write, told, reads: () => reads, pass: () => later.splice(0).forEach((work) => work()) }
}

function keysIn({ frame }: Welcome): readonly string[] {
  const decoder = decoding.createDecoder(frame)
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 1])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  return [...doc.getMap('moments').keys()].toSorted()
}

test('many share one look at the disk, and each gets all that was told until it is sent', async () => {
  const { readings, told, reads, pass } = shelf()
  told('before')
  const first = readings.read()
  told('while it is read')
  const second = readings.read()
  const content = await first.content
  expect(await second.content).toBe(content)
  expect(keysIn(first.welcome(content))).toEqual(['before', 'while it is read'])
  expect(first.welcome(content)).toBe(second.welcome(content))
  told('later')
  const third = readings.read()
  expect(keysIn(third.welcome(await third.content))).toEqual(['before', 'later', 'while it is read'])
  expect(reads()).toBe(1)
  pass()
  const fourth = readings.read()
  expect(keysIn(fourth.welcome(await fourth.content))).toEqual(['before', 'later', 'while it is read'])
  expect(reads()).toBe(2)
})

test('a long log is joined anew only after a rest, however many come and however much is told meanwhile', async () => {
  const { readings, told, pass } = shelf()
  for (let at = 0; at < 400; at++) told(`before ${at}`)
  const first = readings.read()
  const content = await first.content
  await first.turn()
  const welcome = first.welcome(content)
  const second = readings.read()
  await second.turn()
  expect(second.welcome(content)).toBe(welcome)
  told('later')
  const turns: string[] = []
  const others = ['third', 'fourth'].map((name) => ({ name, reading: readings.read() }))
  for (const { name, reading } of others) void reading.turn().then(() => turns.push(name))
  await new Promise((resolve) => setImmediate(resolve))
  expect(turns).toEqual([])
  pass()
  await new Promise((resolve) => setImmediate(resolve))
  expect(turns).toEqual(['third', 'fourth'])
  const [third, fourth] = others.map(({ reading }) => reading.welcome(content))
  expect(third).toBe(fourth)
  expect(keysIn(third ?? welcome)).toContain('later')
})

test('a document is built of what is on the disk now, whatever newcomers share', async () => {
  const { readings, write, reads } = shelf()
  write('before')
  await readings.read().content
  write('kept, and never told')
  expect((await readings.readAnew().content).updates).toHaveLength(2)
  expect((await readings.read().content).updates).toHaveLength(2)
  expect(reads()).toBe(2)
})

test('after the board was read again, nobody is sent what was read before', async () => {
  const { readings, write } = shelf()
  write('before')
  const former = readings.read()
  await former.content
  readings.renew()
  write('kept, and never told')
  expect(former.isStale()).toBe(true)
  expect((await readings.read().content).updates).toHaveLength(2)
})

test('a board that is gone or has a hole says so', async () => {
  const none = createReadings({ content: () => Promise.resolve(null) }, boardId('gone'), () => () => undefined)
  await expect(none.read().content).rejects.toMatchObject({ kind: 'no-such-board' })
  const { readings, write } = shelf()
  write('one')
  write('two')
  const reading = readings.read()
  const content = await reading.content
  expect(() => reading.welcome({ ...content, updates: content.updates.slice(1) })).toThrow('damaged')
})
