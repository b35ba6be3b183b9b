import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { fitsPassphrase } from '../../server/src/links/passphrase.ts'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { data, keptFolder, keptNow, spoilPage, spoilRoot, textsIn, type KeptBoard } from '../support/kept-boards.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

async function folder(): Promise<{ home: string; path: string; shop: KeptBoard; dentist: KeptBoard }> {
  const home = join(tempFolder(), 'data')
  return { home, path: join(home, 'momentous.db'), ...(await keptFolder(home)) }
}

const sql = (path: string, statement: string): void => {
  const db = new DatabaseSync(path)
  db.exec(statement)
  db.close()
}
const epochOf = (home: string, board: KeptBoard): number => keptNow(home, board.id)?.record.epoch ?? 0
const asides = (home: string): readonly string[] => readdirSync(home).filter((name) => name.includes('damaged-'))

test('a whole folder: check says so, and repair finds nothing to do', async () => {
  const { home, shop } = await folder()
  const check = await data(home, 'check')
  expect(check).toMatchObject({ code: 0 })
  expect(check.said).toContain(`${shop.id}: whole. Its copy ends with change 40.`)
  expect(check.said).toContain('The database and its 2 boards are whole.')
  expect(await data(home, 'repair')).toMatchObject({ code: 0, said: expect.stringContaining('nothing to repair') })
  expect(epochOf(home, shop)).toBe(1)
})

test.each([
  ['an update of the tail', `update log set bytes = x'00' where board = 'board-shop' and seq = 36`, 35],
  ['an update that is missing', `delete from log where board = 'board-shop' and seq = 40`, 39],
  [
    'the newest snapshot and an update that it held',
    `update snapshot set bytes = x'00' where board = 'board-shop' and seq = 30; delete from log where board = 'board-shop' and seq = 20`,
    19,
  ],
  ['the newest snapshot alone', `update snapshot set bytes = x'00' where board = 'board-shop' and seq = 30`, 40],
  [
    'an old update that the newest snapshot covers',
    `update log set bytes = x'00' where board = 'board-shop' and seq = 12`,
    40,
  ],
])(
  '%s is damaged: the board goes back to its last good state, the other one is as it was',
  async (_, statement, left) => {
    const { home, path, shop, dentist } = await folder()
    rmSync(join(home, 'boards'), { recursive: true })
    sql(path, statement)
    const check = await data(home, 'check')
    const loses = left < 40
    expect(check.code).toBe(loses ? 1 : 0)
    const { code, said } = await data(home, 'repair')
    expect(code).toBe(loses ? 1 : 0)
    if (loses) {
      expect(check.said).toContain(`${shop.id}: damaged`)
      expect(said).toContain(
        left === 39
          ? 'Its last change, number 40, is lost.'
          : `Its last ${40 - left} changes are lost: it ends with number ${left}.`,
      )
      expect(said).toContain(`${dentist.id}: nothing is lost.`)
      expect(asides(home)).toHaveLength(1)
      expect(epochOf(home, shop)).toBeGreaterThan(1_000_000)
    }
    expect(textsIn(home, shop.id)).toEqual(shop.textsAfter(left))
    expect(textsIn(home, dentist.id)).toEqual(dentist.textsAfter(12))
    expect(epochOf(home, dentist)).toBe(1)
    expect((await data(home, 'check')).code).toBe(0)
  },
)

test('the copy beside the database fills the hole of a damaged log', async () => {
  const { home, path, shop } = await folder()
  sql(path, `update log set bytes = x'00' where board = 'board-shop' and seq between 33 and 40`)
  expect((await data(home, 'repair')).said).toContain(`${shop.id}: nothing is lost.`)
  expect(textsIn(home, shop.id)).toEqual(shop.textsAfter(40))
})

test('a page that can’t be read costs what lies on it', async () => {
  const { home, path, shop } = await folder()
  rmSync(join(home, 'boards'), { recursive: true })
  sql(path, `delete from snapshot where seq = 30; vacuum`)
  spoilPage(home, 'shop 0025')
  const { code, said } = await data(home, 'repair')
  expect(code).toBe(1)
  const left = Number(/it ends with number (\d+)/.exec(said)?.[1])
  expect(left).toBeGreaterThan(9)
  expect(left).toBeLessThan(25)
  expect(textsIn(home, shop.id)).toEqual(shop.textsAfter(left))
  expect((await data(home, 'check')).code).toBe(0)
})

test.each([
  ...['board', 'log', 'snapshot', 'client_id', 'link', 'seat', 'vault', 'command', 'image'],
  ...['link_of_board', 'seat_of_board', 'board_expiring', 'sqlite_autoindex_snapshot_1'],
])('the root of %s can’t be read, and there are no copies: everything else is rescued', async (name) => {
  const { home, shop, dentist } = await folder()
  rmSync(join(home, 'boards'), { recursive: true })
  spoilRoot(home, name)
  expect((await data(home, 'check')).code).toBe(1)
  const { code, said } = await data(home, 'repair')
  expect(said).toContain('The damaged database lies in')
  // An index costs nothing, nor what only helps. The log before the older snapshot is gone, so without both there is nothing.
  expect(code).toBe(['board', 'log', 'snapshot', 'client_id', 'link', 'seat'].includes(name) ? 1 : 0)
  const left = { log: 30, snapshot: 0 }[name] ?? 40
  expect(textsIn(home, shop.id)).toEqual(shop.textsAfter(left))
  expect(textsIn(home, dentist.id)).toEqual(dentist.textsAfter(name === 'log' ? 8 : 12))
  expect((await data(home, 'check')).code).toBe(0)
  expect(keptNow(home, shop.id)?.links).toHaveLength(name === 'link' ? 0 : 1)
})

test.each([
  ['overwritten', (path: string) => writeFileSync(path, 'no database at all, '.repeat(1000))],
  ['cut in the middle', (path: string) => truncateSync(path, 20_480)],
  ['cut to nothing readable', (path: string) => truncateSync(path, 700)],
  ['gone', (path: string) => rmSync(path)],
])('the database is %s: boards come back from their own files', async (_, spoil) => {
  const { home, path, shop, dentist } = await folder()
  const before = await openSqlite(home)
  await before.commit(shop.id, [
    { kind: 'link', link: { hash: 'shop-facilitates', role: 'facilitator', closed: true } },
  ])
  await before.close()
  spoil(path)
  const { code, said } = await data(home, 'repair')
  expect(code).toBe(1)
  for (const board of [shop, dentist]) expect(said).toContain(`${board.id}: `)
  expect(said).toContain('Nobody has a facilitator’s link to it any more')
  expect(textsIn(home, shop.id)).toEqual(shop.textsAfter(40))
  expect(textsIn(home, dentist.id)).toEqual(dentist.textsAfter(12))
  expect(epochOf(home, dentist)).toBeGreaterThan(1_000_000)
  expect((await data(home, 'check')).code).toBe(0)
  const storage = await openSqlite(home)
  expect(await storage.capability('shop-facilitates')).toMatchObject({ link: { closed: true } })
  expect(await storage.capability('hash-of-ann-of-dentist')).toMatchObject({ kind: 'seat' })
  await storage.close()
})

test('the server refuses what it must not open, each with a sentence that says what to do', async () => {
  const { home, path } = await folder()
  const bytes = readFileSync(path)
  writeFileSync(path, 'no database at all, '.repeat(1000))
  await expect(openSqlite(home)).rejects.toThrow(/can’t be read\. Run “npm run data -- repair”/)
  rmSync(path)
  await expect(openSqlite(home)).rejects.toThrow(/copies of boards but no database\. Run “npm run data -- repair”/)
  writeFileSync(`${path}.next`, bytes)
  await expect(openSqlite(home)).rejects.toThrow(/was cut short\. Run “npm run data -- repair”/)
  for (const verb of ['check', 'restore']) {
    expect(await data(home, verb, ...(verb === 'check' ? [] : ['../data/momentous.db.next']))).toMatchObject({
      code: 2,
      said: expect.stringMatching(/cut short\. Run “npm run data -- repair”/),
    })
  }
  expect((await data(home, 'repair')).said).toContain('is at its end')
  expect((await data(home, 'check')).code).toBe(0)
})

test('a board whose record is gone opens by a link alone to nobody: it may have asked for a passphrase', async () => {
  const { home, path, shop } = await folder()
  rmSync(join(home, 'boards'), { recursive: true })
  sql(path, `update board set door = 'ajar' where id = 'board-shop'`)
  const { code, said } = await data(home, 'repair')
  expect(code).toBe(1)
  expect(said).toContain('links alone open nothing until a facilitator with a seat')
  const kept = keptNow(home, shop.id)?.record.passphrase ?? null
  expect(kept).not.toBeNull()
  for (const words of ['', 'unknown', String(kept)]) expect(await fitsPassphrase(words, String(kept))).toBe(false)
})

test('a board that was deleted does not come back from a copy', async () => {
  const { home, path, shop, dentist } = await folder()
  const copy = readFileSync(join(home, 'boards', `${dentist.id}.snapshot`))
  const storage = await openSqlite(home)
  await storage.commit(dentist.id, [{ kind: 'board-deleted' }])
  await storage.close()
  writeFileSync(join(home, 'boards', `${dentist.id}.snapshot`), copy)
  sql(path, `update log set bytes = x'00' where seq = 40`)
  expect((await data(home, 'repair')).said).not.toContain(dentist.id)
  expect(textsIn(home, dentist.id)).toEqual([])
  expect(textsIn(home, shop.id)).toEqual(shop.textsAfter(40))
})

test('repair keeps its hands off a folder that a server uses, and changes nothing where nothing can be read', async () => {
  const { home, path } = await folder()
  const storage = await openSqlite(home)
  expect(await data(home, 'repair')).toMatchObject({ code: 2, said: expect.stringContaining('Stop it first') })
  await storage.close()
  rmSync(join(home, 'boards'), { recursive: true })
  writeFileSync(path, 'nothing '.repeat(1000))
  expect(await data(home, 'repair')).toMatchObject({ code: 2, said: expect.stringContaining('Restore a backup') })
  expect(existsSync(path)).toBe(true)
  renameSync(path, `${path}.away`)
  expect(await data(home, 'repair')).toMatchObject({ code: 2, said: expect.stringContaining('There are no boards') })
})
