import type { MomentId } from '@momentous/shared/domain/id'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Browser } from 'playwright-core'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { openPage, until, type Page as Other } from '../support/client-store.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'
import { together, type OpenDesk, type Together } from '../support/together.ts'

/** A busy machine needs its time. */
const PATIENTLY = { timeout: 15_000 }
vi.setConfig({ testTimeout: 60_000 })

describe('what others do where one doesn’t look', () => {
  let stage: Together
  let ann: OpenDesk

  beforeAll(async () => {
    stage = await together()
    await stage.session.go('post')
    ann = await stage.desk('Ann')
  })
  afterAll(() => stage.end())
  beforeEach(async () => {
    await ann.page.keyboard.press('Escape')
    await ann.page.evaluate(() => window.together.wall().bench.camera.jump({ x: -300, y: -400, zoom: 1 }))
  })

  const colleague = async (): Promise<Other> => {
    const other = openPage(stage.session, await stage.session.sit('participant', 'Bob'))
    await until(() => other.store.status.get().state === 'online', 'the colleague')
    return other
  }
  const adds = ({ store }: Other, text: string, after: MomentId | 'last' | null) =>
    store.act('add-moment', { id: store.newId<MomentId>(), text, after })
  const view = () => ann.page.evaluate(() => window.together.wall().bench.camera.view())
  const brings = (look: readonly number[], moment: string | null = null) =>
    stage.session.done(stage.session.tokens.facilitator, 'bring-everyone', { view: look, moment })

  it('moments beyond the edge are told there, and a press goes to them', async () => {
    const bob = await colleague()
    for (const text of ['One', 'Two', 'Three']) adds(bob, text, 'last')
    const chip = ann.page.getByRole('button', { name: '3 more to the right' })
    await chip.waitFor()
    expect(await axeFindings(ann.page)).toEqual([])
    await chip.click()
    await chip.waitFor({ state: 'detached' })
    expect((await view()).x).toBeGreaterThan(0)
  })

  it('moments in sight are not', async () => {
    const bob = await colleague()
    adds(bob, 'At the very start', null)
    await ann.page.getByText('At the very start').first().waitFor({ state: 'attached' })
    await ann.page.waitForTimeout(700)
    expect(await ann.page.locator('.edge-news').count()).toBe(0)
  })

  it('“bring everyone here” goes there and tells who asked, with a way back', async () => {
    const before = await view()
    await brings([2000, 0, 800, 500])
    const back = ann.page.getByRole('button', { name: 'Back to where I was' })
    await back.waitFor()
    expect(await axeFindings(ann.page)).toEqual([])
    await expect.poll(async () => (await view()).x, PATIENTLY).toBeGreaterThan(1000)
    await back.click()
    await expect.poll(view, PATIENTLY).toEqual(before)
    expect(await back.count()).toBe(0)
  })

  it('asks whoever has something in hand, and moves nothing until they say so', async () => {
    const opensFirst = async () => {
      await ann.page.getByRole('application').focus()
      await ann.page.keyboard.press('Home')
      await ann.page.keyboard.press('Enter')
      await ann.page.locator('.note-editor').waitFor()
      await ann.page.waitForTimeout(400)
    }
    await opensFirst()
    const before = await view()
    await brings([2000, 0, 800, 500])
    const go = ann.page.getByRole('button', { name: 'Go there' })
    await go.waitFor()
    expect(await view()).toEqual(before)
    await ann.page.getByRole('button', { name: 'Stay here' }).click()
    expect(await view()).toEqual(before)
    await opensFirst()
    await brings([2000, 0, 800, 500])
    await go.click()
    await expect.poll(async () => (await view()).x, PATIENTLY).toBeGreaterThan(1000)
    expect(ann.complaints).toEqual([])
  })
})

describe('where somebody looked on a board', () => {
  let stage: Together
  let ann: OpenDesk

  beforeAll(async () => {
    stage = await together()
    await stage.session.go('post')
    ann = await stage.desk('Ann')
  })
  afterAll(() => stage.end())

  const look = () =>
    ann.page.evaluate(() => {
      const { x, y, w, h } = window.together.wall().bench.camera.visible()
      return [x + w / 2, y + h / 2, window.together.wall().bench.camera.view().zoom].map(Math.round)
    })
  const opensAgain = async () => {
    await ann.page.reload()
    await ann.page.locator('.wall canvas').first().waitFor()
    await ann.page.waitForTimeout(300)
  }

  it('is where it opens the next time, on a window of another size too', async () => {
    const whole = await look()
    await ann.page.evaluate(() => window.together.wall().bench.camera.jump({ x: 400, y: -200, zoom: 2 }))
    const left = await look()
    // At once: where one looked last is written down as the page goes.
    await opensAgain()
    expect(await look()).toEqual(left)
    await ann.page.setViewportSize({ width: 1000, height: 700 })
    await opensAgain()
    expect(await look()).toEqual(left)
    expect(left).not.toEqual(whole)
  })

  it('is left behind when everything is shown, when nothing is there any more, and in another phase', async () => {
    const zoom = async () => (await look())[2]
    await ann.page.evaluate(() => window.together.wall().bench.camera.jump({ x: 400, y: -3600, zoom: 2 }))
    await opensAgain()
    expect(await zoom(), 'nothing lies there').toBe(1)
    await ann.page.evaluate(() => window.together.wall().bench.camera.jump({ x: 400, y: -200, zoom: 2 }))
    await opensAgain()
    expect(await zoom()).toBe(2)
    await stage.session.go('colour')
    await opensAgain()
    expect(await zoom(), 'another phase').toBe(1)
    expect(ann.complaints.filter((words) => !words.startsWith('went to'))).toEqual([])
  })
})

describe('“bring everyone here” on a phone’s list', () => {
  let fixture: FixtureServer
  let browser: Browser

  beforeAll(async () => {
    fixture = await serveFixture('list')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await fixture.close()
  })

  it('scrolls to the moment, tells who asked, and goes back where it was', async () => {
    const page = await browser.newPage({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      reducedMotion: 'reduce',
    })
    await page.goto(`${fixture.page}?stage=post&role=participant`)
    await page.locator('.list-main [data-moment]').first().waitFor()
    const top = () => page.evaluate(() => Math.round(document.querySelector('.list-main')?.scrollTop ?? -1))
    const inSight = () =>
      page.evaluate(() => {
        const last = [...document.querySelectorAll('.list-main [data-moment]')].at(-1)?.getBoundingClientRect()
        return last !== undefined && last.top > 60 && last.bottom < innerHeight
      })
    const before = await top()
    expect(await inSight()).toBe(false)
    await page.evaluate(() => {
      const last = [...document.querySelectorAll('.list-main [data-moment]')].at(-1)
      const moment = last?.getAttribute('data-moment') ?? null
      window.list.store.signal('bring', { view: [0, 0, 9, 9], moment } as never)
    })
    await page.getByText('Marian brought everyone here.').first().waitFor()
    await expect.poll(inSight, PATIENTLY).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Back to where I was' }).tap()
    await expect.poll(top, PATIENTLY).toBe(before)
    expect(await page.getByRole('button', { name: 'Back to where I was' }).count()).toBe(0)
    await page.close()
  })
})
