import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sqliteReader } from '../../server/src/storage/sqlite-reader.ts'
import { sqliteWriter } from '../../server/src/storage/sqlite-writer.ts'
import type { Entry, StoredBoard } from '../../server/src/storage/storage.ts'
import { stepRecorder, watchStatements } from '../support/every-step.ts'
import {
  boardId,
  claim,
  commandId,
  created,
  glance,
  link,
  seat,
  seatId,
  snapshotEntry,
  update,
  vaultPut,
} from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const shop = boardId('shop')

/** Everything that a board goes through: content, facts, secrets, two snapshots with what they trim, and its end. */
const life: readonly (readonly Entry[])[] = [
  [created(shop), { kind: 'link', link: link('facilitates') }, update('1')],
  [update('2'), update('3'), vaultPut('own.1', 'secret'), glance('post')],
  [
    claim(7, seatId('ann')),
    { kind: 'seat', seat: seat('ann') },
    update('4'),
    { kind: 'command-done', id: commandId('1') },
  ],
  [snapshotEntry(3, '123')],
  [update('5'), { kind: 'vault-deleted', key: 'own.1' }],
  [snapshotEntry(5, '12345')],
  [update('6')],
  [snapshotEntry(6, '123456'), update('7')],
  [{ kind: 'board-deleted' }],
]

function stateIn(folder: string): StoredBoard | null {
  const path = join(folder, 'momentous.db')
  sqliteWriter(path).close()
  const reader = sqliteReader(path)
  try {
    return reader.load(shop)
  } finally {
    reader.close()
  }
}

test('killed between any two steps of a commit, a snapshot, a trim or a deletion: each commit is whole or not there, and none that was acknowledged is missing', () => {
  const home = tempFolder()
  const path = join(home, 'momentous.db')
  const recorder = stepRecorder(home, tempFolder())
  const writer = sqliteWriter(path)
  const reader = sqliteReader(path)
  const states: (StoredBoard | null)[] = [null]
  const unwatch = watchStatements(recorder.note)
  onTestFinished(unwatch)
  for (const entries of life) {
    const [result] = writer.keep([{ board: shop, entries }])
    expect(result).toHaveProperty('head')
    recorder.acknowledge()
    writer.scrub()
    recorder.note('scrub')
  }
  unwatch()
  // The same life once more, to know what there is to see after each commit.
  const again = join(tempFolder(), 'momentous.db')
  const [second, look] = [sqliteWriter(again), sqliteReader(again)]
  for (const entries of life) {
    second.keep([{ board: shop, entries }])
    states.push(look.load(shop))
  }
  for (const each of [writer, reader, second, look]) each.close()

  expect(recorder.left.length).toBeGreaterThan(60)
  const steps = recorder.left.map(({ step }) => step).join('\n')
  for (const part of ['insert into snapshot', 'delete from snapshot', 'delete from log', 'begin', 'commit', 'scrub']) {
    expect(steps).toContain(part)
  }
  for (const { folder, acknowledged, step } of recorder.left) {
    const found = stateIn(folder)
    const possible = step === 'commit' ? [states[acknowledged + 1]] : [states[acknowledged], states[acknowledged + 1]]
    expect(possible, `after ${step}, ${acknowledged} acknowledged`).toContainEqual(found)
  }
})

test('killed between two batches of several boards: a batch is there as a whole', () => {
  const home = tempFolder()
  const path = join(home, 'momentous.db')
  const recorder = stepRecorder(home, tempFolder())
  const writer = sqliteWriter(path)
  const boards = ['one', 'two', 'three'].map(boardId)
  writer.keep(boards.map((board) => ({ board, entries: [created(board)] })))
  const unwatch = watchStatements(recorder.note)
  onTestFinished(unwatch)
  for (let round = 1; round <= 3; round++) {
    writer.keep(boards.map((board) => ({ board, entries: [update(`${round}`)] })))
    recorder.acknowledge()
  }
  unwatch()
  writer.close()
  for (const { folder, acknowledged, step } of recorder.left) {
    sqliteWriter(join(folder, 'momentous.db')).close()
    const reader = sqliteReader(join(folder, 'momentous.db'))
    const heads = new Set(boards.map((board) => reader.load(board)?.head))
    reader.close()
    expect([...heads], step).toHaveLength(1)
    expect([...heads][0]).toBeGreaterThanOrEqual(acknowledged)
  }
})
