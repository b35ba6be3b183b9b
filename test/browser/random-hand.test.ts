import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshotOf } from '../../client/src/model/store-snapshot.ts'
import { openPage, settled, until, type Page as Other } from '../support/client-store.ts'
import { randomHand } from '../support/random-hand.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { everythingOn } from '../support/stand.ts'
import { glassOf, type Glass } from '../support/stylus.ts'
import { together, type OpenDesk, type Together } from '../support/together.ts'

/** The same hand in every run, so that what fails fails again; RANDOM_SEED and RANDOM_SECONDS choose another one and how long it goes on. */
const seed = Number(process.env['RANDOM_SEED'] ?? 4711)
const seconds = Number(process.env['RANDOM_SECONDS'] ?? 30)
/** What is taken back in one go: fewer deeds than steps of undo are kept. */
const ROUND = 40

/** Somebody else at work: through the same rules, on the same board. */
function colleague({ store }: Other, chance: () => number): string {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(chance() * values.length)]
  const far = () => Math.floor(chance() * 900)
  const there = store.records.moments.all().filter(({ removed }) => !removed)
  const [one, other] = [pick(there), pick(there)]
  const added = store.newId<MomentId>()
  const deeds: readonly (() => { readonly allowed: boolean })[] = [
    () => store.act('add-moment', { id: added, text: 'From a colleague', after: one?.id ?? 'last' }),
    () =>
      store.act('draw-stroke', {
        id: store.newId<StrokeId>(),
        pen: 'ink',
        width: 4,
        points: [far(), far(), 0.5, far(), far(), 1],
      }),
    ...(one && other
      ? [
          () =>
            store.act('edit-text', {
              root: 'moments',
              id: one.id,
              key: 'text',
              index: 0,
              remove: 0,
              insert: 'Soon ',
            } as const),
          () => store.act('reorder-moments', { ids: [one.id], after: other.id === one.id ? null : other.id }),
          () => store.act('place-moments', { places: [{ id: one.id, place: [far(), 400 + far(), 176, 120] }] }),
          () => store.act('place-moments', { places: [{ id: one.id, place: null }] }),
          () => store.act('remove-moments', { ids: [one.id], removed: true }),
          () => store.act('set-paper', { ids: [one.id], paper: 'rose' }),
        ]
      : []),
  ]
  store.presence.publish({ cursor: { x: far(), y: far() }, selection: one ? [one.id] : [] })
  return pick(deeds)?.().allowed === true ? 'done' : 'refused'
}

describe(`somebody who does anything anywhere (RANDOM_SEED=${seed})`, () => {
  let stage: Together
  let desk: OpenDesk
  let page: Page
  let glass: Glass
  const deeds: string[] = []
  const sits = async (name: string, role: 'participant' | 'facilitator') => {
    desk = await stage.desk(name, role, { hasTouch: true })
    page = desk.page
    glass = await glassOf(page)
  }

  beforeAll(async () => {
    stage = await together()
    await stage.session.go('post')
    await sits('Ann', 'participant')
  })
  afterAll(() => stage.end())

  const isSaved = async () =>
    await expect.poll(() => page.evaluate(() => window.together.store.waiting.get()), { timeout: 20_000 }).toBe(0)
  const stand = () => page.evaluate(() => window.together.stand())
  /** Takes everything back, or does it again; answers why some of it was not allowed. */
  const goes = (way: 'undo' | 'redo') =>
    page.evaluate((which) => {
      const { history } = window.together.store
      const can = () => (which === 'undo' ? history.canUndo() : history.canRedo())
      const reasons: string[] = []
      for (let steps = 0; can() && steps < 500; steps++) {
        const ruling = history[which]()
        // D1: what was left means nothing any more.
        if (!ruling.allowed && ruling.rule !== 'D1') reasons.push(ruling.reason)
      }
      return reasons
    }, way)
  const told = (what: string) => `${what}, after: ${deeds.slice(-25).join(', ')}`
  const holds = async () => {
    expect(desk.complaints, told('complaints')).toEqual([])
    expect(await page.evaluate(() => window.together.overlapping()), told('overlaps')).toEqual([])
  }
  /** A round of deeds; answers whether everything could be let go of afterwards. */
  const plays = async (chance: () => number, end: number, meanwhile: () => unknown = () => undefined) => {
    const hand = randomHand(page, glass, chance)
    for (let deed = 0; deed < ROUND && Date.now() < end; deed++) {
      deeds.push(await hand.does())
      await meanwhile()
    }
    await hand.letsGo()
    const held = await page.evaluate(() => {
      const { live, desk } = window.together.wall().bench
      return [
        live.drag.get().size,
        live.stroke.get(),
        live.marquee.get(),
        live.shape.get(),
        desk.editing.get(),
        desk.menu.get(),
      ]
    })
    expect(held, told('still in hand')).toEqual([0, null, null, null, null, null])
  }

  it(
    'alone: whatever was done is taken back step by step, done again, and taken back',
    async () => {
      const chance = seededNumbers(seed)
      const end = Date.now() + seconds * 500
      for (let round = 1; Date.now() < end || round === 1; round++) {
        await goes('undo')
        const before = await stand()
        await plays(chance, Math.max(end, Date.now() + 500))
        await holds()
        expect(await goes('undo'), told('undo was refused')).toEqual([])
        expect(await stand(), told('undo')).toBe(before)
        expect(await goes('redo'), told('redo was refused')).toEqual([])
        // What had been taken back in the middle of it is done as well.
        const again = await stand()
        expect(await goes('undo')).toEqual([])
        expect(await stand(), told('undo again')).toBe(before)
        await goes('redo')
        expect(await stand(), told('redo again')).toBe(again)
        await holds()
      }
    },
    seconds * 1000 + 60_000,
  )

  it(
    'who steers, with a colleague at the same notes, through the phases with a wall: everybody has the same in the end, and nothing lies on anything',
    async () => {
      const chance = seededNumbers(seed + 1)
      const others = seededNumbers(seed + 2)
      const other = openPage(stage.session, await stage.session.sit('participant', 'Bob'))
      await until(() => other.store.status.get().state === 'online', 'the colleague')
      await page.context().close()
      await sits('Fay', 'facilitator')
      const end = Date.now() + seconds * 500
      for (let round = 1; Date.now() < end || round === 1; round++) {
        await plays(chance, Math.max(end, Date.now() + 500), () => {
          if (others() < 0.5) colleague(other, others)
          // In the middle of whatever is done.
          return others() < 0.04
            ? stage.session.go(others() < 0.6 ? 'post' : others() < 0.5 ? 'colour' : 'choose')
            : null
        })
        await holds()
        if (others() < 0.5) await goes('undo')
        await settled(other)
        await isSaved()
        const here = () => page.evaluate(() => window.together.everything())
        const there = () => everythingOn(snapshotOf(other.store))
        await expect
          .poll(async () => (await here()) === there(), { timeout: 20_000 })
          .toBe(true)
          .catch(() => undefined)
        expect(await here(), told('not the same everywhere')).toBe(there())
        await holds()
      }
    },
    seconds * 1000 + 60_000,
  )
})
