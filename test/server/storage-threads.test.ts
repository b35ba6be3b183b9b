import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { silentListener, type BatchFacts } from '../../server/src/storage/storage-listener.ts'
import { faultFile, type Fault } from '../support/faulty-sqlite-worker.ts'
import { boardId, created, glance, snapshotEntry, textOf, update } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 20_000 })

const shop = boardId('shop')

/** A real SQLite whose threads die when they are told to. */
async function mortalStorage() {
  const folder = tempFolder()
  const ends: { part: string; pause: number }[] = []
  const batches: BatchFacts[] = []
  const storage = await openSqlite(
    folder,
    {
      ...silentListener,
      ended: (part, _detail, pause) => void ends.push({ part, pause }),
      batch: (facts) => void batches.push(facts),
    },
    new URL('../support/faulty-sqlite-worker.ts', import.meta.url),
  )
  onTestFinished(() => storage.close())
  const fault = faultFile(join(folder, 'momentous.db'))
  await storage.commit(shop, [created(shop), update('first')])
  return {
    storage,
    ends,
    batches,
    set: (what: Fault) => writeFileSync(fault, what),
    heal: () => rmSync(fault),
    texts: async () => ((await storage.load(shop))?.updates ?? []).map(textOf),
  }
}

test('a writer that dies before the commit: it rejects, what was acknowledged is there, the next one is kept', async () => {
  const { storage, ends, texts, set } = await mortalStorage()
  set('write before')
  const results = await Promise.allSettled([
    storage.commit(shop, [update('lost')]),
    storage.commit(shop, [update('too')]),
  ])
  expect(results.map((result) => (result.status === 'rejected' ? result.reason.kind : 'kept'))).toEqual([
    'down',
    'down',
  ])
  expect(await texts()).toEqual(['first'])
  expect(await storage.commit(shop, [update('second')])).toBe(2)
  expect(await texts()).toEqual(['first', 'second'])
  expect(ends).toEqual([{ part: 'writer', pause: 0 }])
})

test('a writer that dies between the commit and its answer: it rejects too, and a reader sees what is on the disk', async () => {
  const { storage, texts, set } = await mortalStorage()
  set('write after')
  await expect(storage.commit(shop, [update('unknown')])).rejects.toMatchObject({ kind: 'down' })
  expect(await texts()).toEqual(['first', 'unknown'])
  expect(await storage.commit(shop, [update('next')])).toBe(3)
})

test('a reader that dies takes no commit with it, and the next question is answered', async () => {
  const { storage, ends, texts, set } = await mortalStorage()
  set('read before')
  const [read, written] = await Promise.allSettled([storage.load(shop), storage.commit(shop, [update('second')])])
  expect(read).toMatchObject({ status: 'rejected', reason: { kind: 'down' } })
  expect(written).toMatchObject({ status: 'fulfilled', value: 2 })
  expect(await texts()).toEqual(['first', 'second'])
  expect(ends).toEqual([{ part: 'reader', pause: 0 }])
})

test('a writer that dies again and again is left alone for longer and longer, not ready meanwhile, and comes back', async () => {
  const { storage, ends, texts, set, heal } = await mortalStorage()
  set('write always')
  await expect
    .poll(
      () =>
        storage.ready().then(
          () => ends.length,
          () => ends.length,
        ),
      { timeout: 15_000 },
    )
    .toBe(4)
  expect(ends.map(({ pause }) => pause)).toEqual([0, 250, 500, 1000])
  await expect(storage.ready()).rejects.toMatchObject({ kind: 'down' })
  expect(await texts()).toEqual(['first'])
  heal()
  const commit = () => storage.commit(shop, [update('second')]).catch(() => 'down')
  await expect.poll(commit, { timeout: 15_000 }).toBe(2)
  await expect(storage.ready()).resolves.toBeUndefined()
})

test('every batch is told with its size, how long it took and what failed', async () => {
  const { storage, batches } = await mortalStorage()
  const before = batches.length
  await Promise.allSettled([
    storage.commit(shop, [update('a')]),
    storage.commit(shop, [update('b')]),
    storage.commit(boardId('nobody'), [update('c')]),
  ])
  expect(batches.slice(before)).toEqual([{ commits: 3, failed: 1, milliseconds: expect.any(Number) }])
})

test('big bytes change hands whole, and the same board can be read again and again', async () => {
  const { storage } = await mortalStorage()
  const long = 'x'.repeat(100_000)
  await storage.commit(shop, [update(long), update('y'), snapshotEntry(1, long), update(long), update('short')])
  for (let round = 0; round < 3; round++) {
    const stored = await storage.load(shop)
    expect(textOf(stored?.snapshot?.whole ?? new Uint8Array())).toBe(long)
    expect(stored?.updates.map(textOf)).toEqual([long, 'y', long, 'short'])
    // All updates of the tail lie in one buffer, which was handed over.
    expect(new Set(stored?.updates.map(({ buffer }) => buffer)).size).toBe(1)
  }
})

test('small changes, long ones and what is no update go to the disk in the order in which they came', async () => {
  const { storage, texts } = await mortalStorage()
  const said = ['second', 'x'.repeat(80_000), 'fourth', 'fifth', 'y'.repeat(80_000), 'seventh']
  const heads = await Promise.all(
    said.map(async (text, at) => {
      // Some with the batch before, some with one of their own.
      for (let turns = 0; turns < at * 3; turns++) await new Promise(setImmediate)
      return storage.commit(shop, [...(at === 3 ? [glance('{}')] : []), update(text)])
    }),
  )
  expect(heads).toEqual([2, 3, 4, 5, 6, 7])
  expect(await texts()).toEqual(['first', ...said])
})

test('many boards at once get their own answers, however they are batched', async () => {
  const { storage } = await mortalStorage()
  const boards = Array.from({ length: 30 }, (_, at) => boardId(`no-${at}`))
  await Promise.all(boards.map((board) => storage.commit(board, [created(board)])))
  for (let round = 1; round <= 5; round++) {
    const answers = boards.map((board, at) =>
      storage.commit(
        board,
        Array.from({ length: at }, () => update('a')),
      ),
    )
    const ready = storage.ready()
    expect(await Promise.all(answers)).toEqual(boards.map((_, at) => at * round))
    await ready
  }
})
