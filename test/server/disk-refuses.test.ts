import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sqliteReader } from '../../server/src/storage/sqlite-reader.ts'
import { sqliteWriter } from '../../server/src/storage/sqlite-writer.ts'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { smallDisk } from '../support/small-disk.ts'
import { boardId, created, textOf, update, vaultPut } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 30_000 })

const [shop, dentist] = [boardId('shop'), boardId('dentist')]

/** The writer's own thread of work, in this thread, with two boards; and a reader beside it. */
function writing() {
  const path = join(tempFolder(), 'momentous.db')
  const { exec } = DatabaseSync.prototype
  const connections = new Set<DatabaseSync>()
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    connections.add(this)
    exec.call(this, sql)
  }
  const writer = sqliteWriter(path)
  DatabaseSync.prototype.exec = exec
  const reader = sqliteReader(path)
  onTestFinished(() => {
    reader.close()
    writer.close()
  })
  const keep = (...texts: string[]) =>
    writer.keep(
      texts.map((text, at) => ({
        board: at % 2 === 0 ? shop : dentist,
        entries: [update(text), vaultPut(text.slice(0, 9), text)],
      })),
    )
  writer.keep([shop, dentist].map((board) => ({ board, entries: [created(board)] })))
  expect(keep('first', 'first')).toEqual([{ head: 1 }, { head: 1 }])
  const [connection] = connections
  return { path, keep, reader, connection: connection as DatabaseSync }
}

const refused = (board: string) => ({ fault: { kind: 'not-saved', board, detail: expect.any(String) } })

/** Until it is called off, every commit fails as the system would make it fail. */
function failCommits(errcode: number, at: 'begin immediate' | 'commit'): { tries: () => number; stop: () => void } {
  const { run } = StatementSync.prototype
  let tries = 0
  StatementSync.prototype.run = function (this: StatementSync, ...values: Parameters<typeof run>) {
    if (this.sourceSQL !== at) return run.apply(this, values)
    tries++
    throw Object.assign(new Error('the disk says no'), { code: 'ERR_SQLITE_ERROR', errcode })
  } as typeof run
  const stop = () => void (StatementSync.prototype.run = run)
  onTestFinished(stop)
  return { tries: () => tries, stop }
}

test.each([
  ['a write that fails', 778, 'commit'],
  ['a sync that fails', 1034, 'commit'],
  ['a file that is read-only', 8, 'begin immediate'],
  ['another process in the way', 5, 'begin immediate'],
] as const)(
  '%s: no commit of the batch is accepted, the disk is asked once, reads go on, and then everything resumes',
  (_, errcode, at) => {
    const { keep, reader } = writing()
    const disk = failCommits(errcode, at)
    expect(keep('lost', 'lost', 'lost')).toEqual([refused(shop), refused(dentist), refused(shop)])
    expect(disk.tries()).toBe(1)
    expect(reader.load(shop)?.updates.map(textOf)).toEqual(['first'])
    disk.stop()
    expect(reader.load(shop)?.vault.size).toBe(1)
    expect(keep('second', 'second')).toEqual([{ head: 2 }, { head: 2 }])
    expect(reader.load(dentist)?.updates.map(textOf)).toEqual(['first', 'second'])
  },
)

test('a database that may not grow: nothing is accepted by halves, reads go on, and it resumes with room', () => {
  const { keep, reader, connection } = writing()
  connection.exec('pragma max_page_count = 1')
  const long = 'x'.repeat(50_000)
  for (let round = 0; round < 3; round++) {
    expect(keep('a', long)).toEqual([refused(shop), refused(dentist)])
    expect(reader.load(shop)).toMatchObject({ head: 1 })
    expect(reader.load(dentist)?.vault.size).toBe(1)
  }
  connection.exec('pragma max_page_count = 1073741823')
  expect(keep('second', long)).toEqual([{ head: 2 }, { head: 2 }])
})

test('while another process holds the file for writing, reads are answered and the commit waits, then is kept or refused', async () => {
  const folder = tempFolder()
  const storage = await openSqlite(folder)
  onTestFinished(() => storage.close())
  await storage.commit(shop, [created(shop), update('first')])
  const other = new DatabaseSync(join(folder, 'momentous.db'))
  onTestFinished(() => other.close())
  other.exec('begin immediate')
  const told: string[] = []
  const commit = storage.commit(shop, [update('second')]).then(
    () => told.push('kept'),
    (error: { kind: string }) => told.push(error.kind),
  )
  await Promise.all(Array.from({ length: 20 }, () => storage.load(shop)))
  told.push('read')
  await commit
  expect(told).toEqual(['read', 'not-saved'])
  other.exec('rollback')
  expect(await storage.commit(shop, [update('third')])).toBe(2)
})

test('a database that is taken away while the server runs takes no more commits, and takes them again when it is back', () => {
  const { path, keep, reader } = writing()
  renameSync(path, `${path}.away`)
  expect(keep('lost')).toEqual([refused(shop)])
  writeFileSync(path, 'another file')
  expect(keep('lost')).toEqual([refused(shop)])
  expect(reader.load(shop)?.updates.map(textOf)).toEqual(['first'])
  renameSync(`${path}.away`, path)
  expect(keep('second')).toEqual([{ head: 2 }])
})

test('a full disk: nothing is accepted, what was is still read, and with room it goes on', async () => {
  const disk = smallDisk(4)
  const storage = await openSqlite(join(disk.folder, 'data'))
  onTestFinished(() => storage.close())
  await storage.commit(shop, [created(shop), update('first')])
  disk.fill()
  const long = 'x'.repeat(100_000)
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => storage.commit(shop, [update(long)])))
  const kinds = results.map((result) => (result.status === 'rejected' ? result.reason.kind : 'kept'))
  const kept = kinds.filter((kind) => kind === 'kept').length
  // Without the right to mount a disk of its own, the test has nothing to fill.
  expect(kept).toBe(disk.mounted ? 0 : 5)
  expect((await storage.load(shop))?.head).toBe(1 + kept)
  disk.free()
  expect(await storage.commit(shop, [update(long)])).toBe(2 + kept)
  expect((await storage.load(shop))?.updates.map(textOf).slice(0, 1)).toEqual(['first'])
})

test('a folder that can’t be used is refused with what to do', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), 'in the way')
  await expect(openSqlite(join(folder, 'file'))).rejects.toMatchObject({ kind: 'unwritable' })
  await expect(openSqlite(join(folder, 'file', 'below'))).rejects.toMatchObject({ kind: 'unwritable' })
  mkdirSync(join(folder, 'data', 'momentous.db'), { recursive: true })
  await expect(openSqlite(join(folder, 'data'))).rejects.toThrow(/See that this account may write there/)
  const disk = smallDisk(4)
  mkdirSync(join(disk.folder, 'data'))
  disk.readOnly()
  const opening = openSqlite(join(disk.folder, 'data'))
  if (disk.mounted) await expect(opening).rejects.toThrow(/the disk isn’t mounted read-only/)
  else await (await opening).close()
})
