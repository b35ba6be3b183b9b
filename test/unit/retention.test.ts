import { describe, expect, test } from 'vitest'
import { createLinks } from '../../server/src/links/links.ts'
import { newLinks } from '../../server/src/links/new-links.ts'
import { createSweep, startSweep, SWEEP } from '../../server/src/links/sweep.ts'
import { openMemory } from '../../server/src/storage/memory.ts'
import type { BoardId } from '@momentous/shared/domain/id'
import { handClock, type HandClock } from '../support/hand-clock.ts'
import { boardId, created } from '../support/storage-entries.ts'

const shop = boardId('shop')
const HOUR = 3_600_000
const DAY = 24 * HOUR

async function setUp(clock: HandClock = handClock()) {
  const storage = await openMemory()
  const links = createLinks(storage, clock)
  const { tokens, records } = newLinks()
  await storage.commit(shop, [created(shop), ...records.map((link) => ({ kind: 'link', link }) as const)])
  const here = new Set<BoardId>()
  const told: string[] = []
  links.subscribe(({ kind }) => told.push(kind))
  const log = { info: () => undefined, error: () => undefined }
  const sweep = createSweep({ storage, links, now: clock.now, attended: (id) => here.has(id), log })
  const begin = () => startSweep(sweep, clock.after)
  /** Whole hours, with one sweep in each. */
  const live = async (milliseconds: number) => {
    for (let hours = milliseconds / HOUR; hours > 0; hours--) {
      await clock.pass(HOUR)
      await sweep()
    }
  }
  const isThere = async () => (await storage.board(shop)) !== null
  return { clock, storage, links, tokens, here, told, begin, live, sweep, isThere }
}

describe('a board that goes on a day', () => {
  test('is there until then, and gone with all its links soon after, whoever is there', async () => {
    const { clock, links, tokens, here, told, begin, isThere } = await setUp()
    await links.setRetention(shop, { deleteAt: clock.now() + 2 * HOUR, idleDays: null }, clock.now())
    here.add(shop)
    begin()
    await clock.pass(2 * HOUR - SWEEP)
    expect(await isThere()).toBe(true)
    await clock.pass(4 * SWEEP)
    expect(await isThere()).toBe(false)
    expect(told.at(-1)).toBe('board-deleted')
    expect(await links.verify(tokens.facilitator)).toEqual({ ok: false, why: 'unknown' })
  })

  test('goes after a restart as well, and not at all when somebody has taken that back', async () => {
    const { clock, links, begin, isThere } = await setUp()
    await links.setRetention(shop, { deleteAt: clock.now() + HOUR, idleDays: null }, clock.now())
    const stop = begin()
    await clock.pass(SWEEP)
    await stop()
    await clock.pass(DAY)
    expect(await isThere()).toBe(true)
    await links.setRetention(shop, { deleteAt: null, idleDays: null }, clock.now())
    begin()
    await clock.pass(4 * SWEEP)
    expect(await isThere()).toBe(true)
    await links.setRetention(shop, { deleteAt: clock.now(), idleDays: null }, clock.now())
    await clock.pass(4 * SWEEP)
    expect(await isThere()).toBe(false)
  })

  test('stays while the clock was set back, and isn’t deleted by one that is ahead for a moment', async () => {
    const { clock, links, begin, isThere } = await setUp()
    await links.setRetention(shop, { deleteAt: clock.now() + HOUR, idleDays: null }, clock.now())
    begin()
    clock.set(2 * HOUR)
    await clock.pass(SWEEP)
    clock.set(-2 * HOUR)
    await clock.pass(SWEEP)
    expect(await isThere()).toBe(true)
    clock.set(-DAY)
    await clock.pass(2 * HOUR)
    expect(await isThere()).toBe(true)
    clock.set(DAY)
    await clock.pass(4 * SWEEP)
    expect(await isThere()).toBe(false)
  })
})

describe('a board that goes after days without anybody', () => {
  test('counts from the last time that somebody was there', async () => {
    const { clock, links, here, live, isThere } = await setUp()
    await links.setRetention(shop, { deleteAt: null, idleDays: 2 }, clock.now())
    await live(DAY)
    here.add(shop)
    await live(5 * DAY)
    here.clear()
    await live(2 * DAY - 2 * HOUR)
    expect(await isThere()).toBe(true)
    await live(4 * HOUR)
    expect(await isThere()).toBe(false)
  })

  test('counts in full from a visit that was too soon after the last to be noted', async () => {
    const { clock, links, here, sweep, live, isThere } = await setUp()
    await links.setRetention(shop, { deleteAt: null, idleDays: 1 }, clock.now())
    await clock.pass(HOUR - 10 * SWEEP)
    here.add(shop)
    await sweep()
    here.clear()
    await live(DAY)
    await sweep()
    expect(await isThere()).toBe(true)
    await live(2 * HOUR)
    expect(await isThere()).toBe(false)
  })

  test('isn’t kept for years by a clock that was ahead', async () => {
    const { clock, links, here, live, isThere } = await setUp()
    await links.setRetention(shop, { deleteAt: null, idleDays: 1 }, clock.now())
    clock.set(1000 * DAY)
    here.add(shop)
    await live(HOUR)
    here.clear()
    clock.set(-1000 * DAY)
    await live(DAY - 2 * HOUR)
    expect(await isThere()).toBe(true)
    await live(5 * HOUR)
    expect(await isThere()).toBe(false)
  })

  test('writes at most once an hour that somebody is there, and nothing about boards without such a rule', async () => {
    const { clock, storage, links, here, told, begin } = await setUp()
    here.add(shop)
    begin()
    await clock.pass(10 * SWEEP)
    expect(told).toEqual([])
    expect((await storage.board(shop))?.record.seenAt).toBeNull()
    await links.setRetention(shop, { deleteAt: null, idleDays: 30 }, clock.now())
    await clock.pass(3 * HOUR)
    expect(told.length).toBeLessThanOrEqual(4)
  })
})
