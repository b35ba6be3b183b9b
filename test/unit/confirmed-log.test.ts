import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createConfirmedLog } from '../../client/src/model/confirmed-log.ts'
import { changes } from '../../client/src/model/load-updates.ts'
import { createMemoryKeeping } from '../support/memory-keeping.ts'

/** A device with a board that others change. */
function device() {
  const keeping = createMemoryKeeping()
  const [server, doc] = [new Y.Doc(), new Y.Doc()]
  let log = createConfirmedLog(
    keeping,
    () => doc,
    () => true,
  )
  log.begin(1)
  const hear = (update: Uint8Array) => {
    const changed = changes(doc, () => Y.applyUpdate(doc, update))
    log.heard(update, changed)
  }
  server.on('update', hear)
  const kept = async () => (await keeping.open()).confirmed
  return {
    kept,
    hear,
    write: (key: string, words: string) => server.getMap('notes').set(key, words),
    answer: () => Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)),
    keptBytes: async () => (await kept()).reduce((sum, { length }) => sum + length, 0),
    content: () => Y.encodeStateAsUpdate(doc).length,
    async reopen() {
      const known = await kept()
      log = createConfirmedLog(
        keeping,
        () => doc,
        () => true,
      )
      log.begin(1, known)
    },
  }
}

describe('what the device keeps of what is saved', () => {
  it('becomes one state when it has grown long, also over many short visits', async () => {
    const it = device()
    for (let visit = 0; visit < 13; visit++) {
      for (let change = 0; change < 100; change++) it.write('note', `${visit} ${change}`)
      await it.reopen()
    }
    expect((await it.kept()).length).toBeLessThan(400)
    const again = new Y.Doc()
    for (const update of await it.kept()) Y.applyUpdate(again, update)
    expect(again.getMap('notes').get('note')).toBe('12 99')
  })

  it('never takes more than twice the board, and what a page may keep before that', async () => {
    const it = device()
    const words = 'x'.repeat(20_000)
    for (let change = 0; change < 60; change++) {
      it.write(`note ${change % 3}`, `${change} ${words}`)
      expect(await it.keptBytes()).toBeLessThan(2 * it.content() + 130_000)
    }
  })

  it('does not grow by an answer that tells nothing new', async () => {
    const it = device()
    for (let change = 0; change < 20; change++) it.write('note', `${change}`)
    const before = (await it.kept()).length
    for (let visit = 0; visit < 5; visit++) {
      it.hear(it.answer())
      await it.reopen()
    }
    expect((await it.kept()).length).toBe(before)
  })

  it('of a board on which nothing is yet is that answer: without a network it is known to be empty', async () => {
    const it = device()
    it.hear(it.answer())
    it.hear(it.answer())
    expect((await it.kept()).length).toBe(1)
  })
})
