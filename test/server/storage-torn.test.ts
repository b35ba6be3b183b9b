import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { sqliteReader } from '../../server/src/storage/sqlite-reader.ts'
import { sqliteWriter } from '../../server/src/storage/sqlite-writer.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { boardId, claim, created, seatId, textOf, update } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const shop = boardId('shop')

/** A journal of many commits, each an update and a claim, and how long it was after each of them. */
function journal() {
  const folder = tempFolder()
  const path = join(folder, 'momentous.db')
  const writer = sqliteWriter(path)
  // So that the first connection's closing doesn't fold the journal into the database.
  const reader = sqliteReader(path)
  writer.keep([{ board: shop, entries: [created(shop)] }])
  const random = seededNumbers(seed)
  const lengths = [statSync(`${path}-wal`).size]
  for (let number = 1; number <= 40; number++) {
    const text = `${number} ${'x'.repeat(Math.floor(random() ** 4 * 20_000))}`
    writer.keep([{ board: shop, entries: [update(text), claim(number, seatId('ann'))] }])
    lengths.push(statSync(`${path}-wal`).size)
  }
  const left = { database: readFileSync(path), wal: readFileSync(`${path}-wal`), lengths }
  reader.close()
  writer.close()
  return left
}

/** What a server finds that starts on the torn files. */
function found(database: Uint8Array, tear: (wal: string) => void, wal: Uint8Array) {
  const path = join(tempFolder(), 'momentous.db')
  writeFileSync(path, database)
  writeFileSync(`${path}-wal`, wal)
  tear(`${path}-wal`)
  const writer = sqliteWriter(path)
  const reader = sqliteReader(path)
  const stored = reader.load(shop)
  const next = writer.keep([{ board: shop, entries: [update('goes on')] }])
  reader.close()
  writer.close()
  return { stored, next }
}

test(`a last write that is torn anywhere costs what was not yet whole, and nothing before it (seed ${seed})`, () => {
  const { database, wal, lengths } = journal()
  const random = seededNumbers(seed + 1)
  for (let round = 0; round < 60; round++) {
    const at = Math.floor(random() * wal.length)
    const cut = round % 2 === 0
    const tear = (path: string): void => {
      if (cut) return truncateSync(path, at)
      const torn = Buffer.from(wal)
      // A sector that was never written, or written halfway.
      for (let byte = at; byte < Math.min(at + 512, torn.length); byte++) torn[byte] = Math.floor(random() * 256)
      writeFileSync(path, torn)
    }
    const { stored, next } = found(database, tear, wal)
    const whole = lengths.filter((length) => length <= at).length - 1
    const context = `seed ${seed}, ${cut ? 'cut' : 'garbled'} at ${at} of ${wal.length}`
    // Before the first commit is whole there is not even the board.
    expect(stored === null ? -1 : stored.head, context).toBe(whole)
    if (stored === null) continue
    expect(
      stored.updates.map((bytes) => Number(textOf(bytes).split(' ')[0])),
      context,
    ).toEqual(Array.from({ length: whole }, (_, index) => index + 1))
    expect(stored.clientIds.size, context).toBe(whole)
    expect(next, context).toEqual([{ head: whole + 1 }])
  }
})
