import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import type { Entry } from '../../server/src/storage/storage.ts'
import { data, keptFolder, keptNow, spoilPage, textsIn } from '../support/kept-boards.ts'
import { boardId, link, record, seat, seatId } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

const [shop, dentist] = [boardId('shop'), boardId('dentist')]

/** Two boards, a backup of them, and what happened since. */
async function changedSince(entries: Readonly<Record<string, readonly Entry[]>>) {
  const folder = join(tempFolder(), 'data')
  const kept = await keptFolder(folder)
  const { here } = await data(folder, 'backup', 'all.db')
  const storage = await openSqlite(folder)
  for (const [name, each] of Object.entries(entries)) await storage.commit(boardId(name), each)
  await storage.close()
  return { folder, here, kept }
}

test('after a restore whoever was shut out since stays out, and whoever came since is in', async () => {
  const terms = { door: 'closed', passphrase: 'salted-hash', idleDays: 30, seenAt: 5 } as const
  const { folder, kept } = await changedSince({
    shop: [
      { kind: 'link', link: link('shop-facilitates', { role: 'facilitator', closed: true }) },
      { kind: 'link', link: link('shop-anew', { role: 'facilitator' }) },
      { kind: 'seat', seat: seat('ann-of-shop', { closed: true }) },
      { kind: 'seat', seat: seat('newcomer', { name: 'Newcomer' }) },
      { kind: 'board-changed', record: { ...record(shop), ...terms, heir: seatId('newcomer') } },
    ],
  })
  const restored = await data(folder, 'restore', 'all.db')
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('2 boards are restored.') })
  expect(restored.said).not.toMatch(/deleted since|can be read/)
  const now = keptNow(folder, shop)
  expect(now?.links).toEqual(
    expect.arrayContaining([
      link('shop-facilitates', { role: 'facilitator', closed: true }),
      link('shop-anew', { role: 'facilitator' }),
    ]),
  )
  expect(now?.seats.map(({ id, closed }) => [id, closed]).toSorted()).toEqual([
    [seatId('ann-of-shop'), true],
    [seatId('newcomer'), false],
  ])
  expect(now?.record).toMatchObject({ ...terms, seenAt: expect.any(Number), heir: seatId('newcomer') })
  // The days without anybody begin anew: nobody could come while the board wasn't there.
  expect(now?.record.seenAt).toBeGreaterThan(1_760_000_000_000)
  expect(textsIn(folder, shop)).toEqual(kept.shop.textsAfter(40))
  expect(keptNow(folder, dentist)?.links).toEqual([link('dentist-facilitates', { role: 'facilitator' })])
})

test('what was closed in the backup isn’t opened by a folder that knows it as open', async () => {
  const { folder } = await changedSince({
    shop: [{ kind: 'link', link: link('shop-facilitates', { role: 'facilitator', closed: true }) }],
  })
  await data(folder, 'backup', 'later.db')
  writeFileSync(join(folder, 'momentous.db'), 'nothing '.repeat(1000))
  expect(await data(folder, 'restore', 'all.db')).toMatchObject({ said: expect.stringMatching(/close them again/) })
  expect(keptNow(folder, shop)?.links[0]?.closed).toBe(false)
  await data(folder, 'restore', 'later.db')
  expect(keptNow(folder, shop)?.links[0]?.closed).toBe(true)
})

test('a board that was deleted since stays deleted, also after a repair, and no word of it comes back', async () => {
  const { folder, kept } = await changedSince({ shop: [{ kind: 'board-deleted' }] })
  spoilPage(folder, 'dentist 0011')
  await data(folder, 'repair')
  const restored = await data(folder, 'restore', 'all.db')
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('One board of the backup was deleted') })
  expect(restored.said).toContain('One board is restored.')
  expect(keptNow(folder, shop)).toBeNull()
  expect(textsIn(folder, dentist)).toEqual(kept.dentist.textsAfter(12))
  expect(readFileSync(join(folder, 'momentous.db'), 'latin1')).not.toContain('shop 00')
  // Not by a second restore either, nor through a backup of what is left.
  await data(folder, 'backup', 'again.db')
  await data(join(folder, '..', 'other'), 'restore', 'again.db')
  for (const each of [folder, join(folder, '..', 'other')]) {
    expect((await data(each, 'restore', 'all.db')).said).toContain('--with-deleted')
    expect(keptNow(each, shop)).toBeNull()
  }
})

test('whoever asks for it gets deleted boards back, for good, also one whose day has come', async () => {
  const { folder, kept } = await changedSince({
    shop: [{ kind: 'board-changed', record: { ...record(shop), deleteAt: 1_760_000_000_000 } }],
  })
  await data(folder, 'backup', 'dated.db')
  const storage = await openSqlite(folder)
  await storage.commit(shop, [{ kind: 'board-deleted' }])
  await storage.close()
  expect(await data(folder, 'restore', 'dated.db', '--with-deleted')).toMatchObject({
    code: 0,
    said: expect.stringContaining('2 boards are restored.'),
  })
  expect(keptNow(folder, shop)?.record.deleteAt).toBeNull()
  expect(textsIn(folder, shop)).toEqual(kept.shop.textsAfter(40))
  // It isn't known as deleted any more.
  expect((await data(folder, 'restore', 'all.db')).said).toContain('2 boards are restored.')
  expect(await data(folder, 'restore', 'all.db', '--with-everything')).toMatchObject({ code: 2 })
  expect(await data(folder, 'check', '--with-deleted')).toMatchObject({ code: 2 })
})
