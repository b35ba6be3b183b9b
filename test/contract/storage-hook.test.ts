import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Storage } from '../../server/src/storage/storage.ts'
import { storages } from '../../server/src/storage/storages.ts'
import { boardId, bytesOf, changed, created, delivery, hookEntry, textOf } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

// A thread that starts may need seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const dataOf: Record<keyof typeof storages, () => string> = { sqlite: tempFolder, memory: () => 'memory:' }
const shop = boardId('shop')
const dentist = boardId('dentist')

describe.each(Object.entries(storages))('storage %s', (name, engine) => {
  const openWithBoards = async (): Promise<Storage> => {
    const storage = await engine.open(dataOf[name as keyof typeof storages]())
    onTestFinished(() => storage.close())
    await Promise.all([storage.commit(shop, [created(shop)]), storage.commit(dentist, [created(dentist)])])
    return storage
  }

  test('keeps whom a board tells, and its deliveries only as long as it tells somebody', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [delivery('early')])
    expect([await storage.hook(shop), await storage.waiting(10)]).toEqual([null, []])
    await storage.commit(shop, [hookEntry('https://one.example'), delivery('one', { at: 1 })])
    await storage.commit(shop, [hookEntry('https://two.example'), delivery('two', { at: 2, nextAt: 5 })])
    await storage.commit(dentist, [hookEntry('https://three.example'), delivery('three', { nextAt: 7 })])
    expect(await storage.hook(shop)).toEqual({
      hook: { url: 'https://two.example', secret: 'whsec_two', since: 3 },
      deliveries: [delivery('two', { at: 2, nextAt: 5 }).delivery, delivery('one', { at: 1 }).delivery],
    })
    const due = (await storage.waiting(2)).map(({ board, delivery: { id } }) => [board, id])
    expect(due).toEqual([
      [shop, 'two'],
      [dentist, 'three'],
    ])
    // What was never tried comes before what was.
    await storage.commit(shop, [changed(delivery('two', { at: 2, tries: 1, nextAt: 5 }))])
    expect((await storage.waiting(3)).map(({ delivery: { id } }) => id).at(-1)).toBe('two')
    await storage.commit(shop, [{ kind: 'hook-dropped' }])
    await storage.commit(shop, [changed(delivery('two', { state: 'delivered' }))])
    expect([await storage.hook(shop), (await storage.waiting(10)).length]).toEqual([null, 1])
    await storage.commit(dentist, [{ kind: 'board-deleted' }])
    expect([await storage.hook(dentist), await storage.waiting(10)]).toEqual([null, []])
  })

  test('keeps what a delivery says until it is done, and the last twenty deliveries', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [hookEntry('https://one.example'), delivery('a')])
    await storage.commit(shop, [changed(delivery('a'), bytesOf('{"form": 1}'))])
    await storage.commit(shop, [changed(delivery('a', { tries: 1, nextAt: 40, trouble: 'It answered 500.' }))])
    expect(textOf((await storage.deliveryBody(shop, 'a')) ?? new Uint8Array())).toBe('{"form": 1}')
    const done = delivery('a', { state: 'delivered', tries: 2, nextAt: null, lastAt: 41 })
    await storage.commit(shop, [changed(done, null)])
    expect(await storage.deliveryBody(shop, 'a')).toBeNull()
    expect([(await storage.hook(shop))?.deliveries, await storage.waiting(10)]).toEqual([[done.delivery], []])
    for (let at = 1; at <= 25; at++) await storage.commit(shop, [delivery(`later-${at}`, { at: 100 + at })])
    const kept = (await storage.hook(shop))?.deliveries.map(({ id }) => id)
    expect(kept).toEqual(Array.from({ length: 20 }, (_, index) => `later-${25 - index}`))
  })
})
