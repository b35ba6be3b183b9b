import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { data, keptFolder, spoilRoot } from '../support/kept-boards.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

const picture = new TextEncoder().encode('a shop window')
const hash = createHash('sha256').update(picture).digest('hex')

/** A folder of boards, of which the shop has a picture and something that only calls itself one. */
async function withPicture() {
  const folder = join(tempFolder(), 'data')
  const { shop } = await keptFolder(folder)
  const storage = await openSqlite(folder)
  await storage.commit(shop.id, [
    { kind: 'image', hash, bytes: picture },
    { kind: 'image', hash: 'f'.repeat(64), bytes: picture },
  ])
  await storage.close()
  const kept = async () => {
    const again = await openSqlite(folder)
    const found = [await again.image(shop.id, hash), (await again.images(shop.id)).count] as const
    await again.close()
    return found
  }
  return { folder, kept, shop }
}

test('pictures come along in a backup, and back with it', async () => {
  const { folder, kept } = await withPicture()
  await data(folder, 'backup', join(folder, '..', 'all.db'))
  expect((await data(folder, 'restore', join(folder, '..', 'all.db'))).code).toBe(0)
  expect(await kept()).toEqual([picture, 2])
})

test('a repair rescues the pictures that are what their name says', async () => {
  const { folder, kept } = await withPicture()
  spoilRoot(folder, 'vault')
  expect((await data(folder, 'repair')).said).toContain('The damaged database lies in')
  expect(await kept()).toEqual([picture, 1])
})

test('the pictures of a board that was deleted since stay away, also after a repair', async () => {
  const { folder, shop } = await withPicture()
  await data(folder, 'backup', join(folder, '..', 'all.db'))
  const storage = await openSqlite(folder)
  await storage.commit(shop.id, [{ kind: 'board-deleted' }])
  await storage.close()
  spoilRoot(folder, 'vault')
  await data(folder, 'repair')
  expect((await data(folder, 'restore', join(folder, '..', 'all.db'))).said).toContain('was deleted since')
  expect(readFileSync(join(folder, 'momentous.db'), 'latin1')).not.toContain('a shop window')
})

test('a folder from before there were pictures gets room for them', async () => {
  const folder = join(tempFolder(), 'data')
  const { shop } = await keptFolder(folder)
  const before = new DatabaseSync(join(folder, 'momentous.db'))
  before.exec('drop table delivery; drop table hook; drop table image; pragma user_version = 4')
  before.close()
  const storage = await openSqlite(folder)
  await storage.commit(shop.id, [{ kind: 'image', hash, bytes: picture }])
  expect(await storage.images(shop.id)).toMatchObject({ count: 1, bytes: picture.length })
  await storage.close()
})
