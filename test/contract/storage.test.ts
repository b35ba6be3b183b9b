import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { COMMANDS_REMEMBERED, type Entry, type Storage } from '../../server/src/storage/storage.ts'
import { storages } from '../../server/src/storage/storages.ts'
import {
  boardId,
  claim,
  commandId,
  created,
  glance,
  link,
  record,
  seat,
  seatId,
  snapshotEntry,
  textOf,
  update,
  vaultPut,
} from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

// A thread that starts may need seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const dataOf: Record<keyof typeof storages, () => string> = { sqlite: tempFolder, memory: () => 'memory:' }
const shop = boardId('shop')
const dentist = boardId('dentist')

const texts = async (storage: Storage, id = shop): Promise<readonly string[]> =>
  ((await storage.load(id))?.updates ?? []).map(textOf)

describe.each(Object.entries(storages))('storage %s', (name, engine) => {
  const open = async (): Promise<Storage> => {
    const storage = await engine.open(dataOf[name as keyof typeof storages]())
    onTestFinished(() => storage.close())
    return storage
  }
  const openWithBoards = async (): Promise<Storage> => {
    const storage = await open()
    await Promise.all([storage.commit(shop, [created(shop)]), storage.commit(dentist, [created(dentist)])])
    return storage
  }

  test('knows nothing of a board that was never made', async () => {
    const storage = await open()
    expect(await storage.board(shop)).toBeNull()
    expect(await storage.load(shop)).toBeNull()
    expect(await storage.room(shop)).toBeNull()
    expect(await storage.content(shop)).toBeNull()
    expect(await storage.capability('hash')).toBeNull()
    await expect(storage.commit(shop, [update('a')])).rejects.toMatchObject({ kind: 'no-such-board' })
    await expect(storage.ready()).resolves.toBeUndefined()
  })

  test('makes a board once', async () => {
    const storage = await openWithBoards()
    expect(await storage.board(shop)).toEqual({ record: record(shop), seats: [], links: [] })
    await expect(storage.commit(shop, [created(shop)])).rejects.toMatchObject({ kind: 'board-exists' })
    await storage.commit(shop, [
      { kind: 'board-changed', record: { ...record(shop), epoch: 2, door: 'closed', heir: seatId('ann') } },
    ])
    expect((await storage.board(shop))?.record).toEqual({
      ...record(shop),
      epoch: 2,
      door: 'closed',
      heir: seatId('ann'),
    })
  })

  test('keeps a picture once, for its board alone, and none of a board that is deleted', async () => {
    const storage = await openWithBoards()
    const image = (hash: string): Entry => ({ kind: 'image', hash, bytes: new Uint8Array([1, 2, 3]) })
    await storage.commit(shop, [image('one'), image('two')])
    await storage.commit(shop, [image('one')])
    expect(await storage.image(shop, 'one')).toEqual(new Uint8Array([1, 2, 3]))
    expect(await storage.image(dentist, 'one')).toBeNull()
    expect(await storage.images(shop)).toEqual({ count: 2, bytes: 6, hashes: ['one', 'two'] })
    await storage.commit(shop, [{ kind: 'image-dropped', hash: 'two' }])
    expect(await storage.image(shop, 'two')).toBeNull()
    expect(await storage.images(shop)).toEqual({ count: 1, bytes: 3, hashes: ['one'] })
    await storage.commit(shop, [{ kind: 'board-deleted' }])
    expect(await storage.image(shop, 'one')).toBeNull()
    expect(await storage.images(shop)).toEqual({ count: 0, bytes: 0, hashes: [] })
  })

  test('keeps what is asked for at the door, and lists the boards that go by themselves', async () => {
    const storage = await openWithBoards()
    expect(await storage.expiring()).toEqual([])
    const dated = { ...record(shop), passphrase: 'salt and hash', deleteAt: 1_800_000_000_000 }
    const idle = { ...record(dentist), idleDays: 30, seenAt: 1_770_000_000_000 }
    await storage.commit(shop, [{ kind: 'board-changed', record: dated }])
    await storage.commit(dentist, [{ kind: 'board-changed', record: idle }])
    expect((await storage.room(shop))?.record).toEqual(dated)
    expect((await storage.expiring()).toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([idle, dated])
    await storage.commit(shop, [{ kind: 'board-deleted' }])
    await storage.commit(dentist, [{ kind: 'board-changed', record: record(dentist) }])
    expect(await storage.expiring()).toEqual([])
  })

  test('keeps updates in the order in which they were handed over and numbers them', async () => {
    const storage = await openWithBoards()
    const all = Array.from({ length: 200 }, (_, index) => String(index))
    const heads = await Promise.all(all.map((text) => storage.commit(shop, [update(text)])))
    expect(heads).toEqual(all.map((_, index) => index + 1))
    expect(await texts(storage)).toEqual(all)
    expect((await storage.load(shop))?.head).toBe(200)
  })

  test('reads at once what a commit resolved with', async () => {
    const storage = await openWithBoards()
    for (let round = 1; round <= 20; round++) {
      await storage.commit(shop, [update(String(round))])
      expect((await texts(storage)).length).toBe(round)
    }
  })

  test('keeps a commit whole or not at all', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [claim(7, seatId('ann'))])
    const bad = storage.commit(shop, [update('lost'), vaultPut('key', 'lost'), claim(7, seatId('bob'))])
    await expect(bad).rejects.toMatchObject({ kind: 'client-taken', board: shop })
    const stored = await storage.load(shop)
    expect(stored?.updates).toEqual([])
    expect(stored?.vault.size).toBe(0)
    expect(stored?.head).toBe(0)
    expect(await storage.commit(shop, [update('next')])).toBe(1)
  })

  test('lets a failed commit fail alone, and with it only what its board had handed over behind it', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [claim(7, seatId('ann'))])
    const results = await Promise.allSettled([
      storage.commit(shop, [update('before')]),
      storage.commit(dentist, [update('one')]),
      storage.commit(shop, [update('bad'), claim(7, seatId('bob'))]),
      storage.commit(shop, [update('behind')]),
      storage.commit(dentist, [update('two')]),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(results[3]).toMatchObject({ reason: { kind: 'behind-failed' } })
    expect(await texts(storage)).toEqual(['before'])
    expect(await texts(storage, dentist)).toEqual(['one', 'two'])
    await storage.commit(shop, [update('again')])
    expect(await texts(storage)).toEqual(['before', 'again'])
  })

  test('gives a client id to the seat that used it first, for each board', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [claim(7, seatId('ann')), claim(7, seatId('ann'))])
    await storage.commit(dentist, [claim(7, seatId('bob'))])
    expect((await storage.load(shop))?.clientIds).toEqual(new Map([[7, seatId('ann')]]))
    expect((await storage.load(dentist))?.clientIds).toEqual(new Map([[7, seatId('bob')]]))
  })

  test('finds out by a hash who may do what, and still when it is closed', async () => {
    const storage = await openWithBoards()
    const ann = seat('ann', { workplace: 'front-line', link: 'link-hash' })
    await storage.commit(shop, [
      { kind: 'link', link: link('link-hash') },
      { kind: 'seat', seat: ann },
    ])
    expect(await storage.capability('link-hash')).toEqual({ kind: 'link', board: shop, link: link('link-hash') })
    expect(await storage.capability(ann.hash)).toEqual({ kind: 'seat', board: shop, seat: ann })
    const closed = { ...ann, name: 'Anna', role: 'facilitator', closed: true } as const
    await storage.commit(shop, [
      { kind: 'link', link: link('link-hash', { closed: true }) },
      { kind: 'seat', seat: closed },
    ])
    expect(await storage.capability(ann.hash)).toEqual({ kind: 'seat', board: shop, seat: closed })
    expect(await storage.board(shop)).toMatchObject({ seats: [closed], links: [{ closed: true }] })
  })

  test('puts, replaces and deletes rows of the vault, and remembers commands once', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [vaultPut('k1', 'first'), vaultPut('k2', 'second')])
    await storage.commit(shop, [vaultPut('k1', 'changed'), { kind: 'vault-deleted', key: 'k2' }])
    const done = { kind: 'command-done', id: commandId('one') } as const
    await storage.commit(shop, [done, done])
    const stored = await storage.load(shop)
    expect([...(stored?.vault ?? [])].map(([key, bytes]) => [key, textOf(bytes)])).toEqual([['k1', 'changed']])
    expect(stored?.commands).toEqual(new Set([commandId('one')]))
  })

  test('trims the log behind a snapshot and ignores one that is old or from the future', async () => {
    const storage = await openWithBoards()
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => storage.commit(shop, [update(text)])))
    await storage.commit(shop, [snapshotEntry(2, 'ab')])
    expect(await storage.load(shop)).toMatchObject({ head: 4, snapshot: { through: 2 } })
    expect(await texts(storage)).toEqual(['c', 'd'])
    await storage.commit(shop, [snapshotEntry(4, 'abcd'), snapshotEntry(3, 'old'), snapshotEntry(9, 'future')])
    const stored = await storage.load(shop)
    expect(stored).toMatchObject({ through: 4, snapshot: { through: 4 } })
    const { whole, cuts, vector } = stored?.snapshot ?? {}
    expect([whole, cuts, vector].map((bytes) => textOf(bytes ?? new Uint8Array()))).toEqual([
      'abcd',
      'cuts 4',
      'vector 4',
    ])
    expect(stored?.updates).toEqual([])
    expect(await storage.commit(shop, [update('e')])).toBe(5)
    expect(await texts(storage)).toEqual(['e'])
  })

  test('keeps nothing behind a snapshot that stands alone, also of the same number', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [update('a'), update('b'), snapshotEntry(1, 'a')])
    await storage.commit(shop, [update('c'), snapshotEntry(2, 'ab'), update('d')])
    const alone = (through: number, whole: string) => ({ ...snapshotEntry(through, whole), alone: true }) as Entry
    await storage.commit(shop, [alone(1, 'older')])
    expect(await texts(storage)).toEqual(['c', 'd'])
    await storage.commit(shop, [alone(4, 'abcd')])
    expect(await storage.load(shop)).toMatchObject({ through: 4, updates: [] })
    await storage.commit(shop, [update('e'), snapshotEntry(5, 'abcde'), alone(5, 'abcde')])
    expect(await storage.commit(shop, [update('f')])).toBe(6)
    expect(await texts(storage)).toEqual(['f'])
  })

  test('keeps a glance with the change that it tells of', async () => {
    const storage = await openWithBoards()
    expect((await storage.room(shop))?.glance).toBeNull()
    await storage.commit(shop, [update('a'), glance('post')])
    await storage.commit(dentist, [glance('lobby')])
    const lost = storage.commit(shop, [update('b'), glance('colour'), claim(7, seatId('ann')), claim(7, seatId('bob'))])
    await expect(lost).rejects.toMatchObject({ kind: 'client-taken' })
    expect((await storage.room(shop))?.glance).toBe('post')
  })

  test('gives the room and its content apart, and both at once', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [update('a'), update('b'), glance('post'), vaultPut('k', 'v')])
    await storage.commit(shop, [snapshotEntry(1, 'a')])
    const [room, content, both] = await Promise.all([storage.room(shop), storage.content(shop), storage.load(shop)])
    expect(room).toMatchObject({ head: 2, through: 1, glance: 'post', record: record(shop) })
    expect(room).not.toHaveProperty('updates')
    expect(content?.updates.map(textOf)).toEqual(['b'])
    expect(both).toEqual({ ...room, ...content })
  })

  test('remembers the last commands and lets much older ones go with a snapshot', async () => {
    const storage = await openWithBoards()
    const one = (name: string): Entry => ({ kind: 'command-done', id: commandId(name) })
    const era = (number: number): readonly Entry[] =>
      Array.from({ length: COMMANDS_REMEMBERED }, (_, index) => one(`${number}-${index}`))
    const known = async (name: string) => (await storage.room(shop))?.commands.has(commandId(name))
    await storage.commit(dentist, [one('dentist')])
    await storage.commit(shop, [...era(1), update('a'), snapshotEntry(1, 'a')])
    await storage.commit(shop, [one('between'), update('b'), snapshotEntry(2, 'ab')])
    expect([await known('1-0'), await known('between')]).toEqual([true, true])
    await storage.commit(shop, [...era(2), update('c'), snapshotEntry(3, 'abc'), one('last')])
    expect([await known('1-0'), await known('between'), await known('2-0'), await known('last')]).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect((await storage.room(dentist))?.commands.size).toBe(1)
  })

  test('deletes a board and nothing else', async () => {
    const storage = await openWithBoards()
    await storage.commit(shop, [update('a'), { kind: 'seat', seat: seat('ann') }])
    await storage.commit(dentist, [update('b')])
    await storage.commit(shop, [{ kind: 'board-deleted' }])
    expect(await storage.load(shop)).toBeNull()
    expect(await storage.capability(seat('ann').hash)).toBeNull()
    await expect(storage.commit(shop, [update('late')])).rejects.toMatchObject({ kind: 'no-such-board' })
    expect(await texts(storage, dentist)).toEqual(['b'])
  })

  test('opens many boards at the same time as others write', async () => {
    const storage = await open()
    const ids = Array.from({ length: 20 }, (_, index) => boardId(`number-${index}`))
    await Promise.all(ids.map((id) => storage.commit(id, [created(id), update(id)])))
    const writes = ids.flatMap((id) => [storage.commit(id, [update('more')])])
    const loaded = await Promise.all(ids.map((id) => storage.load(id)))
    expect(loaded.map((stored) => textOf(stored?.updates[0] ?? new Uint8Array()))).toEqual(ids)
    await Promise.all(writes)
  })

  test('keeps what was handed over before it closed and takes nothing afterwards', async () => {
    const storage = await openWithBoards()
    const last = storage.commit(shop, [update('last')])
    await storage.close()
    await expect(last).resolves.toBe(1)
    await expect(storage.commit(shop, [update('late')])).rejects.toMatchObject({ kind: 'closed' })
    await expect(storage.load(shop)).rejects.toMatchObject({ kind: 'closed' })
    await expect(storage.ready()).rejects.toMatchObject({ kind: 'closed' })
    await expect(storage.close()).resolves.toBeUndefined()
  })
})
