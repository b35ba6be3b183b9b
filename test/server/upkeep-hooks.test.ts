import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { data, keptFolder, spoilRoot } from '../support/kept-boards.ts'
import { bytesOf, changed, delivery, hookEntry } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

test('no backup and no copy of a board has the secret of a webhook; a restore and a repair leave it where it was', async () => {
  const folder = join(tempFolder(), 'data')
  const { shop } = await keptFolder(folder)
  const storage = await openSqlite(folder)
  await storage.commit(shop.id, [
    hookEntry('https://forms.example/in'),
    delivery('waits'),
    { kind: 'glance', glance: '' },
  ])
  await storage.commit(shop.id, [changed(delivery('waits', { tries: 2 }), bytesOf('{"form": 1}'))])
  const facts = await storage.board(shop.id)
  if (facts === null) throw new Error('There is no shop.')
  await storage.commit(shop.id, [{ kind: 'board-changed', record: facts.record }])
  await storage.close()
  const kept = async () => {
    const again = await openSqlite(folder)
    const found = { hook: await again.hook(shop.id), body: await again.deliveryBody(shop.id, 'waits') }
    await again.close()
    return found
  }
  const before = await kept()
  expect(before.hook?.hook.secret).toMatch(/^whsec_/)
  spoilRoot(folder, 'vault')
  expect((await data(folder, 'repair')).said).toContain('The damaged database lies in')
  expect(await kept()).toEqual(before)
  const backup = join(folder, '..', 'all.db')
  await data(folder, 'backup', backup)
  for (const file of [backup, join(folder, 'boards', `${shop.id}.snapshot`)]) {
    expect(readFileSync(file, 'latin1')).not.toMatch(/whsec_|forms\.example|"form"/)
  }
  expect((await data(folder, 'restore', backup)).code).toBe(0)
  // What waited was told of a board that is another one now.
  expect(await kept()).toEqual({ hook: { hook: before.hook?.hook, deliveries: [] }, body: null })
})
