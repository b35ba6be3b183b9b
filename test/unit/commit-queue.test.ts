import { expect, test } from 'vitest'
import { commitQueue, oneByOne, type Commit, type CommitResult } from '../../server/src/storage/commit-queue.ts'
import { boardId, update } from '../support/storage-entries.ts'

const shop = boardId('shop')
const dentist = boardId('dentist')

/** A disk that answers when it is told to. */
function slowDisk() {
  const batches: (readonly Commit[])[] = []
  let answer: (results: readonly CommitResult[] | Error) => void = () => undefined
  const keep = (batch: readonly Commit[]): Promise<readonly CommitResult[]> => {
    batches.push(batch)
    return new Promise((resolve, reject) => {
      answer = (results) => (results instanceof Error ? reject(results) : resolve(results))
    })
  }
  return { batches, keep, answer: (results: readonly CommitResult[] | Error) => answer(results) }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const heads = (count: number): readonly CommitResult[] =>
  Array.from({ length: count }, (_, index) => ({ head: index + 1 }))
const notSaved: CommitResult = { fault: { kind: 'not-saved', board: shop, detail: 'disk full' } }

test('everything that arrives while a batch runs goes into the next one', async () => {
  const disk = slowDisk()
  const queue = commitQueue(disk.keep)
  const first = [queue.push(shop, [update('1')]), queue.push(dentist, [update('2')])]
  await turn()
  const second = Array.from({ length: 100 }, (_, index) => queue.push(index % 2 === 0 ? shop : dentist, [update('x')]))
  await turn()
  expect(disk.batches.map((batch) => batch.length)).toEqual([2])
  disk.answer(heads(2))
  await Promise.all(first)
  await turn()
  expect(disk.batches.map((batch) => batch.length)).toEqual([2, 100])
  disk.answer(heads(100))
  expect(await Promise.all(second)).toEqual(heads(100).map((result) => ('head' in result ? result.head : 0)))
})

test('a failure takes what its board had handed over behind it, and no other board', async () => {
  const disk = slowDisk()
  const queue = commitQueue(disk.keep)
  const told: string[] = []
  const note = (name: string, promise: Promise<number>) =>
    promise.then(
      () => told.push(`${name} kept`),
      (error: { kind: string }) => told.push(`${name} ${error.kind}`),
    )
  void note('bad', queue.push(shop, [update('1')]))
  await turn()
  void note('behind', queue.push(shop, [update('2')]))
  void note('other', queue.push(dentist, [update('3')]))
  disk.answer([notSaved])
  await turn()
  disk.answer(heads(1))
  await turn()
  void note('later', queue.push(shop, [update('4')]))
  await turn()
  disk.answer(heads(1))
  await turn()
  expect(told).toEqual(['bad not-saved', 'behind behind-failed', 'other kept', 'later kept'])
})

test('a disk that does not answer at all fails the batch and the queue goes on', async () => {
  const disk = slowDisk()
  const queue = commitQueue(disk.keep)
  const first = queue.push(shop, [update('1')])
  await turn()
  disk.answer(new Error('gone'))
  await expect(first).rejects.toMatchObject({ kind: 'not-saved', detail: 'gone' })
  const second = queue.push(shop, [update('2')])
  await turn()
  disk.answer(heads(1))
  await expect(second).resolves.toBe(1)
})

test('closing waits for what was taken and takes nothing more', async () => {
  const disk = slowDisk()
  const queue = commitQueue(disk.keep)
  const last = queue.push(shop, [update('1')])
  let closed = false
  const closing = queue.close().then(() => (closed = true))
  await expect(queue.push(shop, [update('2')])).rejects.toMatchObject({ kind: 'closed' })
  await turn()
  expect(closed).toBe(false)
  disk.answer(heads(1))
  await Promise.all([last, closing])
})

test('one by one, a board stops at its first failure', () => {
  const batch = [shop, dentist, shop, dentist].map((board, index) => ({ board, entries: [update(String(index))] }))
  let tried = 0
  const results = oneByOne(batch, ({ board }) => {
    tried++
    if (board === shop) throw new Error('damaged page')
    return tried
  })
  expect(results.map((result) => ('head' in result ? 'kept' : result.fault.kind))).toEqual([
    'not-saved',
    'kept',
    'behind-failed',
    'kept',
  ])
})
