import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readBoardJson } from '@momentous/shared/exports/board-json'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { data, keepBoard, keptFolder, keptNow, textsIn, textsOf } from '../support/kept-boards.ts'
import { boardId, update, vaultPut } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

const home = (): string => join(tempFolder(), 'data')
const root = join(import.meta.dirname, '..', '..')

test('a backup beside a server that writes: whole, as of one moment, without the vault, and restored as it was', async () => {
  const folder = home()
  const { shop } = await keptFolder(folder)
  const storage = await openSqlite(folder)
  const busy = await keepBoard(storage, 'busy', 5)
  let written = 5
  let stop = false
  const writing = (async () => {
    const doc = new Y.Doc()
    doc.on(
      'update',
      (bytes: Uint8Array) =>
        void storage.commit(busy.id, [{ kind: 'update', bytes }, vaultPut(`own.${written}`, 'SECRET')]),
    )
    while (!stop) {
      doc.getMap('moments').set(String(++written), new Y.Map())
      await storage.commit(busy.id, [])
    }
  })()
  await expect.poll(() => written, { timeout: 20_000 }).toBeGreaterThan(20)
  const { code, said, here } = await data(folder, 'backup', 'all.db')
  stop = true
  await writing
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('3 boards are in all.db') })
  const file = join(here, 'all.db')
  expect(readFileSync(file, 'latin1')).not.toMatch(/SECRET|own\./)
  expect(readFileSync(join(folder, 'momentous.db'), 'latin1')).toMatch(/SECRET/)
  const db = new DatabaseSync(file, { readOnly: true })
  const rows = db
    .prepare('select head, (select count(*) from log where board = id) as updates from board where id = ?')
    .get(busy.id)
  db.close()
  expect(rows?.['head']).toBe(rows?.['updates'])
  expect(Number(rows?.['head'])).toBeGreaterThanOrEqual(20)
  expect(readdirSync(here)).toEqual(['all.db'])

  expect(await data(folder, 'restore', 'all.db')).toMatchObject({
    code: 2,
    said: expect.stringContaining('Stop it first'),
  })
  await storage.close()
  const restored = await data(folder, 'restore', 'all.db')
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('3 boards are restored.') })
  expect(restored.said).toMatch(/before lies in momentous\.db\.before-restore-\d{8}-\d{6}\./)
  expect(textsIn(folder, shop.id)).toEqual(shop.textsAfter(40))
  expect(await data(folder, 'check')).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${shop.id}: whole. Its copy ends with change 40.`),
  })
})

test('every restore gives every board an epoch that it never had, also when the former data can’t be read', async () => {
  const folder = home()
  await keptFolder(folder)
  await data(folder, 'backup', 'all.db')
  const epochs = (): readonly number[] =>
    ['shop', 'dentist'].map((name) => keptNow(folder, boardId(name))?.record.epoch ?? 0)
  const seen = [epochs()]
  for (const spoil of [false, false, true]) {
    if (spoil) writeFileSync(join(folder, 'momentous.db'), 'nothing '.repeat(1000))
    expect((await data(folder, 'restore', 'all.db')).code).toBe(0)
    seen.push(epochs())
  }
  for (const board of [0, 1]) {
    const told = seen.map((each) => each[board] ?? 0)
    // The data that knew the last epoch is gone the third time: the clock is what is left, to the second.
    expect(told.slice(0, 3).every((epoch, at) => at === 0 || epoch > (told[at - 1] ?? 0))).toBe(true)
    expect(told[3]).toBeGreaterThan(1_000_000)
  }
})

test('a backup is restored into an empty folder, and one of an older version too', async () => {
  const folder = home()
  const { dentist } = await keptFolder(folder)
  const { here } = await data(folder, 'backup', 'all.db')
  const old = new DatabaseSync(join(here, 'all.db'))
  old.exec(
    'drop table deleted; drop table image; drop index board_expiring; alter table board drop column glance; alter table board drop column passphrase',
  )
  old.exec('pragma user_version = 1')
  old.close()
  const other = join(folder, '..', 'other')
  expect(await data(other, 'restore', 'all.db')).toMatchObject({ code: 0 })
  expect(textsIn(other, dentist.id)).toEqual(dentist.textsAfter(12))
})

test('what can’t be backed up or restored is refused with a sentence, and nothing is changed', async () => {
  const folder = home()
  expect(await data(folder, 'backup', 'all.db')).toMatchObject({
    code: 2,
    said: expect.stringContaining('There are no boards in'),
  })
  const { shop } = await keptFolder(folder)
  const { here } = await data(folder, 'backup', 'all.db')
  expect(await data(folder, 'backup', 'all.db')).toMatchObject({
    code: 2,
    said: expect.stringContaining('There is a file all.db already.'),
  })
  expect(await data(folder, 'backup', 'no/such/folder.db')).toMatchObject({
    code: 2,
    said: expect.stringContaining('could not be written'),
  })
  writeFileSync(join(here, 'letter.txt'), 'Dear dentist, '.repeat(1000))
  new DatabaseSync(join(here, 'other.db')).exec('create table board_game (id)')
  writeFileSync(join(here, 'half.db'), readFileSync(join(here, 'all.db')).subarray(0, 30_000))
  const spoilt = readFileSync(join(here, 'all.db'))
  const at = spoilt.indexOf('shop 0035')
  writeFileSync(join(here, 'spoilt.db'), spoilt.fill(0xee, at - (at % 4096), at - (at % 4096) + 4096))
  for (const [name, sentence] of [
    ['none.db', 'There is no file none.db.'],
    ['letter.txt', 'can’t be read as a backup'],
    ['other.db', 'is no backup of Momentous'],
    ['half.db', 'can’t be read as a backup'],
    ['spoilt.db', 'could not be restored'],
  ] as const) {
    expect(await data(folder, 'restore', name)).toMatchObject({ code: 2, said: expect.stringContaining(sentence) })
  }
  expect(textsIn(folder, shop.id)).toEqual(shop.textsAfter(40))
  expect((await data(folder, 'check')).code).toBe(0)
})

test('export writes a board as JSON and as a raw document, beside the server and of a damaged board too', async () => {
  const folder = home()
  const { shop } = await keptFolder(folder)
  const storage = await openSqlite(folder)
  onTestFinished(() => storage.close())
  const { code, here } = await data(folder, 'export', shop.id)
  expect(code).toBe(0)
  const raw = new Y.Doc()
  Y.applyUpdate(raw, readFileSync(join(here, `${shop.id}.yjs`)))
  expect(textsOf(raw)).toEqual(shop.textsAfter(40))
  const json = readBoardJson(readFileSync(join(here, `${shop.id}.json`), 'utf8'))
  expect(json.ok && json.board.moments.map(({ text }) => text).toSorted()).toEqual(shop.textsAfter(40))
  await storage.commit(shop.id, [update('no update at all')])
  expect(await data(folder, 'export', shop.id)).toMatchObject({
    code: 1,
    said: expect.stringContaining('Its last change, number 41, is lost.'),
  })
  expect(await data(folder, 'export', 'board-nobody')).toMatchObject({
    code: 2,
    said: expect.stringContaining('There is no board board-nobody'),
  })
  expect(existsSync(join(here, 'board-nobody.json'))).toBe(false)
})

test('the command says what it can do, and its exit code tells a script how it went', async () => {
  const folder = home()
  const { here } = await data(folder, 'help')
  const run = (...words: string[]) => {
    const env = { PATH: process.env['PATH'], DATA: folder, INIT_CWD: here }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'server/command/boards.ts'), ...words], {
      env,
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }
  expect(run()).toMatchObject({ status: 2, said: expect.stringContaining('npm run data -- restore <file>') })
  expect(run('check')).toMatchObject({ status: 2, said: expect.stringContaining('There are no boards in') })
  await keptFolder(folder)
  expect(run('check')).toMatchObject({ status: 0, said: expect.stringContaining('its 2 boards are whole') })
  expect(run('backup', 'cli.db')).toMatchObject({ status: 0 })
  expect(existsSync(join(here, 'cli.db'))).toBe(true)
})
