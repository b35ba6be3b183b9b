import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { data, keptFolder, spoilRoot } from '../support/kept-boards.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 30_000 })

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
  return { folder, kept }
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
