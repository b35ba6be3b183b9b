import type * as Files from 'node:fs'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type * as FilePromises from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { decodeBoardFile } from '../../server/src/storage/board-file.ts'
import { boardFiles, fileOf } from '../../server/src/storage/board-files.ts'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { silentListener } from '../../server/src/storage/storage-listener.ts'
import type { Storage } from '../../server/src/storage/storage.ts'
import { bytesIn } from '../support/disk-bytes.ts'
import { stepRecorder } from '../support/every-step.ts'
import { data, keptFolder, textsIn } from '../support/kept-boards.ts'
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

vi.setConfig({ testTimeout: 90_000 })

/** What is called after each step that changes the files of a folder. */
const steps = vi.hoisted(() => ({ note: (_: string): void => undefined }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Files>()
  const noted = <Name extends 'renameSync' | 'rmSync'>(name: Name) =>
    ((...args: [string, string]) => {
      const there = name === 'renameSync' || fs.existsSync(args[0])
      ;(fs[name] as (...args: [string, string]) => void)(...args)
      if (there) steps.note(`${name} ${args[0]}`)
    }) as (typeof fs)[Name]
  return { ...fs, renameSync: noted('renameSync'), rmSync: noted('rmSync') }
})
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof FilePromises>()
  const open: typeof fs.open = async (...args) => {
    const file = await fs.open(...args)
    steps.note('open')
    const { writeFile, sync, close } = {
      writeFile: file.writeFile.bind(file),
      sync: file.sync.bind(file),
      close: file.close.bind(file),
    }
    const after = async <Result>(step: string, work: Promise<Result>): Promise<Result> => {
      const result = await work
      steps.note(step)
      return result
    }
    file.writeFile = (...written) => after('write', writeFile(...written))
    file.sync = () => after('sync', sync())
    file.close = () => after('close', close())
    return file
  }
  return { ...fs, open }
})

const shop = boardId('shop')

const open = async (home: string, listener = silentListener): Promise<Storage> => {
  const storage = await openSqlite(home, listener)
  onTestFinished(() => storage.close())
  return storage
}
const fileIn = (home: string) => {
  const path = fileOf(home, shop)
  return existsSync(path) ? decodeBoardFile(readFileSync(path)) : null
}

test('a board’s file says what the database says, but for the vault', async () => {
  const home = tempFolder()
  const storage = await open(home)
  await storage.commit(shop, [created(shop), { kind: 'link', link: link('l') }, { kind: 'seat', seat: seat('ann') }])
  await storage.commit(shop, [
    update('a'),
    update('b'),
    claim(7, seatId('ann')),
    glance('post'),
    vaultPut('own.1', 'SECRET'),
  ])
  await storage.commit(shop, [snapshotEntry(1, 'a'), { kind: 'command-done', id: commandId('one') }])
  await expect.poll(() => fileIn(home)?.through, { timeout: 10_000 }).toBe(1)
  const { vault, ...rest } = (await storage.load(shop)) ?? { vault: new Map() }
  expect(vault.size).toBe(1)
  expect(fileIn(home)).toEqual(rest)
  expect(readFileSync(fileOf(home, shop), 'latin1')).not.toMatch(/SECRET|own\.1/)
})

test('a link that is closed is closed in the file too, without a snapshot', async () => {
  const home = tempFolder()
  const storage = await open(home)
  await storage.commit(shop, [created(shop), { kind: 'link', link: link('l') }])
  await expect.poll(() => fileIn(home)?.links[0]?.closed, { timeout: 10_000 }).toBe(false)
  await storage.commit(shop, [{ kind: 'link', link: link('l', { closed: true }) }])
  await expect.poll(() => fileIn(home)?.links[0]?.closed, { timeout: 10_000 }).toBe(true)
})

test('people who come in are written once, at the latest when the storage closes; who is shut out, soon', async () => {
  const home = tempFolder()
  const storage = await open(home)
  await storage.commit(shop, [created(shop), { kind: 'link', link: link('l') }])
  await expect.poll(() => fileIn(home)?.links.length, { timeout: 10_000 }).toBe(1)
  const writes: string[] = []
  steps.note = (step) => void (step === 'write' && writes.push(step))
  onTestFinished(() => void (steps.note = () => undefined))
  for (const name of ['ann', 'bob', 'cem']) await storage.commit(shop, [{ kind: 'seat', seat: seat(name) }])
  await storage.commit(shop, [{ kind: 'seat', seat: seat('ann', { closed: true }) }])
  await expect.poll(() => fileIn(home)?.seats.length, { timeout: 10_000 }).toBe(3)
  await storage.commit(shop, [{ kind: 'seat', seat: seat('dora') }])
  await storage.close()
  expect(fileIn(home)?.seats).toHaveLength(4)
  expect(writes).toHaveLength(2)
})

test('a file that was changed by a single bit is none', async () => {
  const home = tempFolder()
  const storage = await open(home)
  await storage.commit(shop, [created(shop), update('content')])
  await storage.close()
  const bytes = readFileSync(fileOf(home, shop))
  expect(decodeBoardFile(bytes)).not.toBeNull()
  for (let at = 0; at < bytes.length; at++) {
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
    expect(decodeBoardFile(bytes)).toBeNull()
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
    if (at % 7 === 0) expect(decodeBoardFile(bytes.subarray(0, at))).toBeNull()
  }
})

test('killed between any two steps of writing a file: the old one or the new one is there, and no half of one stays', async () => {
  const home = tempFolder()
  const recorder = stepRecorder(home, tempFolder())
  const versions = [1, 2, 3].map((number) => new TextEncoder().encode(`version ${number} `.repeat(1000)))
  let version = 0
  const files = boardFiles(
    home,
    () => Promise.resolve(versions[version] ?? null),
    (error) => expect.unreachable(String(error)),
  )
  steps.note = recorder.note
  onTestFinished(() => void (steps.note = () => undefined))
  for (version = 0; version < 3; version++) {
    files.changed(shop, 'soon')
    await expect
      .poll(
        () =>
          existsSync(fileOf(home, shop)) &&
          readFileSync(fileOf(home, shop)).equals(versions[version] ?? new Uint8Array()),
        { timeout: 10_000 },
      )
      .toBe(true)
  }
  steps.note = () => undefined
  await files.close()
  expect(recorder.left.length).toBeGreaterThanOrEqual(15)
  for (const { folder, step } of recorder.left) {
    await boardFiles(
      folder,
      () => Promise.resolve(null),
      () => undefined,
    ).close()
    const names = existsSync(join(folder, 'boards')) ? readdirSync(join(folder, 'boards')) : []
    expect(
      names.filter((name) => name !== `${shop}.snapshot`),
      step,
    ).toEqual([])
    if (names.length > 0)
      expect(
        versions.some((bytes) => readFileSync(fileOf(folder, shop)).equals(bytes)),
        step,
      ).toBe(true)
  }
})

test('a deletion takes the file with it, whenever the process dies, also while it is being written', async () => {
  const home = tempFolder()
  const storage = await open(home)
  await storage.commit(shop, [created(shop), update('CONTENT '.repeat(2000)), { kind: 'seat', seat: seat('ann') }])
  await expect.poll(() => bytesIn(join(home, 'boards')), { timeout: 10_000 }).toContain('CONTENT')
  const recorder = stepRecorder(home, tempFolder())
  const deletions: Promise<unknown>[] = []
  steps.note = (step) => {
    recorder.note(step)
    // In the middle of the next writing of the file.
    if (step === 'write' && deletions.length === 0) {
      deletions.push(storage.commit(shop, [{ kind: 'board-deleted' }]).then(recorder.acknowledge))
    }
  }
  onTestFinished(() => void (steps.note = () => undefined))
  await storage.commit(shop, [{ kind: 'seat', seat: seat('bob', { role: 'facilitator' }) }])
  await expect.poll(() => deletions, { timeout: 10_000 }).toHaveLength(1)
  await Promise.all(deletions)
  recorder.note('deleted')
  await storage.close()
  recorder.note('closed')
  expect(bytesIn(home)).not.toMatch(/CONTENT|seat-of-ann|seat-of-bob|board-shop/)
  expect(recorder.left.filter(({ acknowledged }) => acknowledged > 0).length).toBeGreaterThan(1)
  for (const { folder, acknowledged, step } of recorder.left) {
    if (acknowledged === 0) continue
    // Nothing is left when the deletion is told; what was half written of the file goes with the next start.
    if (step === 'deleted') expect(bytesIn(folder)).not.toMatch(/CONTENT|seat-of-ann|seat-of-bob/)
    const after = await openSqlite(folder)
    expect(await after.load(shop), step).toBeNull()
    expect(bytesIn(folder), step).not.toMatch(/CONTENT|seat-of-ann|seat-of-bob|board-shop/)
    await after.close()
  }
})

test('a disk that takes no files takes commits all the same, and the trouble is told', async () => {
  const home = tempFolder()
  writeFileSync(join(home, 'boards'), 'in the way')
  const troubles: string[] = []
  const storage = await open(home, { ...silentListener, troubled: (what) => void troubles.push(what) })
  expect(await storage.commit(shop, [created(shop), update('a')])).toBe(1)
  await expect.poll(() => troubles, { timeout: 10_000 }).toEqual(['a board’s own file was not written'])
  expect((await storage.load(shop))?.head).toBe(1)
})

test('killed between any two steps of a repair: the next one comes to its end, and a server never opens half of one', async () => {
  const home = join(tempFolder(), 'data')
  const { shop: board, dentist } = await keptFolder(home)
  writeFileSync(join(home, 'momentous.db'), 'no database at all, '.repeat(1000))
  const recorder = stepRecorder(home, tempFolder())
  steps.note = recorder.note
  onTestFinished(() => void (steps.note = () => undefined))
  expect((await data(home, 'repair')).code).toBe(1)
  steps.note = () => undefined
  expect(recorder.left.length).toBeGreaterThan(3)
  for (const { folder, step } of recorder.left) {
    const code = (await data(folder, 'repair')).code
    expect([0, 1], step).toContain(code)
    expect(textsIn(folder, board.id), step).toEqual(board.textsAfter(40))
    expect(textsIn(folder, dentist.id), step).toEqual(dentist.textsAfter(12))
    expect((await data(folder, 'check')).code, step).toBe(0)
  }
})

test('a file that could not be written is written later: an old one knows links that were closed since', async () => {
  const home = join(tempFolder(), 'data')
  const failed: unknown[] = []
  let reads = 0
  const read = () => (++reads === 1 ? Promise.reject(new Error('no room')) : Promise.resolve(new Uint8Array([1, 2])))
  const files = boardFiles(home, read, (error) => failed.push(error))
  const shop = boardId('shop')
  files.changed(shop, 'soon')
  await expect.poll(() => failed.length, { timeout: 10_000 }).toBe(1)
  await files.close()
  expect(readFileSync(fileOf(home, shop))).toEqual(Buffer.from([1, 2]))
})
