import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isDamaged } from '../../server/src/storage/storage-fault.ts'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import type { Storage } from '../../server/src/storage/storage.ts'
import { bytesIn } from '../support/disk-bytes.ts'
import { leftNow } from '../support/every-step.ts'
import {
  boardId,
  bytesOf,
  claim,
  created,
  seatId,
  snapshotEntry,
  textOf,
  update,
  vaultPut,
} from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

// A thread that starts may need seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const shop = boardId('shop')
const dentist = boardId('dentist')

const open = async (folder: string): Promise<Storage> => {
  const storage = await openSqlite(folder)
  onTestFinished(() => storage.close())
  return storage
}

/** Changes the file behind the closed storage's back, as a bad disk would. */
const damage = (folder: string, sql: string): void => {
  const db = new DatabaseSync(join(folder, 'momentous.db'))
  db.exec(sql)
  db.close()
}

/** A board with five updates and snapshots through the second and the fourth. */
const snapshotted = async (folder: string): Promise<void> => {
  const storage = await openSqlite(folder)
  await storage.commit(shop, [created(shop), update('a'), update('b'), update('c'), update('d')])
  await storage.commit(shop, [snapshotEntry(2, 'ab')])
  await storage.commit(shop, [snapshotEntry(4, 'abcd')])
  await storage.commit(shop, [update('e')])
  await storage.commit(dentist, [created(dentist), update('fine')])
  await storage.close()
}

test('finds everything again after it was closed', async () => {
  const folder = tempFolder()
  await snapshotted(folder)
  const stored = await (await open(folder)).load(shop)
  expect(stored?.snapshot).toMatchObject({ whole: bytesOf('abcd'), cuts: bytesOf('cuts 4') })
  expect(stored?.updates.map(textOf)).toEqual(['e'])
  expect(stored?.head).toBe(5)
})

test('refuses a folder that another server uses, and takes it when that one has stopped', async () => {
  const folder = tempFolder()
  const first = await open(folder)
  await expect(openSqlite(folder)).rejects.toMatchObject({ kind: 'in-use' })
  await first.close()
  await expect(open(folder)).resolves.toBeDefined()
})

test('refuses a folder of a newer version', async () => {
  const folder = tempFolder()
  await snapshotted(folder)
  damage(folder, 'pragma user_version = 99')
  await expect(openSqlite(folder)).rejects.toMatchObject({ kind: 'newer-folder' })
})

test('says so when the file is no database, and lets go of the folder', async () => {
  const folder = tempFolder()
  writeFileSync(
    join(folder, 'momentous.db'),
    'a letter to the dentist, much longer than a header of a database '.repeat(20),
  )
  await expect(openSqlite(folder)).rejects.toMatchObject({ kind: 'unreadable' })
  rmSync(join(folder, 'momentous.db'))
  await expect(open(folder)).resolves.toBeDefined()
})

test('falls back to the snapshot before a damaged one and loses nothing', async () => {
  const folder = tempFolder()
  await snapshotted(folder)
  damage(folder, `update snapshot set bytes = x'00' where seq = 4`)
  const stored = await (await open(folder)).load(shop)
  expect(textOf(stored?.snapshot?.whole ?? new Uint8Array())).toBe('ab')
  expect(stored?.updates.map(textOf)).toEqual(['c', 'd', 'e'])
})

test.each([
  ['both snapshots are', `update snapshot set bytes = x'00'`],
  ['an update is', `update log set bytes = x'00' where seq = 5`],
  ['an update is missing and so the tail is', `delete from log where seq = 5`],
  [
    'an update is missing and so the middle is',
    `update snapshot set bytes = x'00' where seq = 4; delete from log where seq = 4`,
  ],
  ['a snapshot pretends to be later and is', `delete from snapshot where seq = 2; update snapshot set seq = 5`],
  ['the record is', `update board set door = 'ajar' where id = '${shop}'`],
])('closes a board alone when %s damaged', async (_, sql) => {
  const folder = tempFolder()
  await snapshotted(folder)
  damage(folder, sql)
  const storage = await open(folder)
  const error: unknown = await storage.load(shop).catch((reason: unknown) => reason)
  expect(isDamaged(error)).toBe(true)
  expect((await storage.load(dentist))?.updates.map(textOf)).toEqual(['fine'])
})

test('leaves no trace of a deleted or replaced row of the vault', async () => {
  const folder = tempFolder()
  const storage = await open(folder)
  await storage.commit(shop, [created(shop), vaultPut('key-of-nobody', 'FIRST-SECRET')])
  await storage.commit(shop, [vaultPut('key-of-nobody', 'SECOND-SECRET')])
  expect(bytesIn(folder)).toContain('SECOND-SECRET')
  await storage.commit(shop, [{ kind: 'vault-deleted', key: 'key-of-nobody' }])
  await expect.poll(() => bytesIn(folder), { timeout: 15_000 }).not.toMatch(/FIRST-SECRET|SECOND-SECRET|key-of-nobody/)
})

test('leaves no trace when the process was killed right after the deletion', async () => {
  const folder = tempFolder()
  const storage = await open(folder)
  await storage.commit(shop, [created(shop), vaultPut('key-of-nobody', 'SECRET')])
  // Somebody reads, so the journal can't be emptied meanwhile.
  const reading = new DatabaseSync(join(folder, 'momentous.db'), { readOnly: true })
  onTestFinished(() => reading.close())
  reading.exec('begin; select * from board')
  await storage.commit(shop, [{ kind: 'vault-deleted', key: 'key-of-nobody' }])
  // What a killed process would leave behind: the files as they are now.
  const left = tempFolder()
  leftNow(folder, left)
  expect(bytesIn(left)).toContain('SECRET')
  await open(left)
  expect(bytesIn(left)).not.toContain('SECRET')
})

test('leaves no content of a deleted board', async () => {
  const folder = tempFolder()
  const storage = await open(folder)
  const long = 'CONTENT'.repeat(5000)
  await storage.commit(shop, [created(shop), update(long), vaultPut('k', 'SECRET'), claim(1, seatId('ann'))])
  await storage.commit(shop, [snapshotEntry(1, long)])
  await storage.commit(shop, [{ kind: 'board-deleted' }])
  await expect.poll(() => bytesIn(folder), { timeout: 15_000 }).not.toMatch(/CONTENT|SECRET|seat-of-ann|board-shop/)
})
