import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atDesk } from '../support/desk-driver.ts'
import { doorsStage } from '../support/doors-stage.ts'

declare global {
  interface Window {
    /** How often the page opened the device's storage. */
    openings: number
    /** What the page asked about its screen. */
    asked: MediaQueryList[]
  }
}

const LATE = /\/(PaintedStage|OverWall)-[^/]+\.js$/

describe('the first picture of the wall', () => {
  const doors = doorsStage()
  let page: Page
  let letCome: () => void

  /** A page with a seat, where the code of the stage, and of what lies over the wall, is held up. */
  beforeEach(async () => {
    const { browser, session } = doors()
    const link = session.link('participant')
    const before = await browser.newContext()
    const desk = atDesk({ context: before, page: await before.newPage(), complaints: [] })
    await desk.join(link, 'Aisha')
    await desk.isSaved()
    const storageState = await before.storageState()
    await before.close()
    const held = new Promise<void>((resolve) => (letCome = resolve))
    page = await (await browser.newContext({ storageState, serviceWorkers: 'block' })).newPage()
    await page.route(LATE, async (route) => {
      await held
      await route.continue()
    })
    await page.addInitScript(() => {
      const { matchMedia } = window
      window.asked = []
      window.matchMedia = (query) => {
        const list = matchMedia(query)
        if (query.startsWith('(resolution')) window.asked.push(list)
        return list
      }
    })
    await page.goto(link)
    await page.locator('.first-picture').waitFor()
  })
  afterEach(() => page.context().close())

  /** How many pixels of the first canvas show something. */
  const painted = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.wall canvas')
      const seen = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return seen.filter((value, at) => at % 4 === 3 && value > 0).length
    })

  it('is there before its stage is, which shows the same', async () => {
    await expect.poll(painted).toBeGreaterThan(1_000)
    expect(await page.locator('.konvajs-content').count()).toBe(0)
    await page.waitForTimeout(500)
    const first = await painted()
    letCome()
    await page.locator('.first-picture').waitFor({ state: 'detached' })
    expect(await page.locator('.konvajs-content canvas').count()).toBe(3)
    expect(await painted()).toBe(first)

    // On a screen with more pixels, where it has the same size.
    const size = { width: 1280, height: 720, mobile: false }
    const screen = await page.context().newCDPSession(page)
    await screen.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 2 })
    // The screen that is played here is another one without a word.
    await page.evaluate(() => window.asked.forEach((list) => list.dispatchEvent(new Event('change'))))
    const ratio = () =>
      page.locator('.konvajs-content canvas').evaluateAll(([rest]) => {
        const canvas = rest as HTMLCanvasElement
        return canvas.width / canvas.clientWidth
      })
    await expect.poll(ratio).toBe(2)
    await expect.poll(painted).toBeGreaterThan(3 * first)
  })

  it('what the device knows is read while the page’s code is on its way', async () => {
    let letCodeCome = (): void => undefined
    const code = new Promise<void>((resolve) => (letCodeCome = resolve))
    const again = await page.context().newPage()
    await again.addInitScript(() => {
      const { open } = IDBFactory.prototype
      window.openings = 0
      IDBFactory.prototype.open = function (...args) {
        window.openings++
        return open.apply(this, args)
      }
    })
    await again.route(/\/(board|wall)-[^/]+\.js$/, async (route) => {
      await code
      await route.continue()
    })
    await again.goto(page.url())
    await expect.poll(() => again.evaluate(() => window.openings)).toBeGreaterThan(0)
    expect(await again.locator('#wall').count()).toBe(0)
    letCodeCome()
    await again.locator('#wall').waitFor()
  })

  /** Whether the first canvas shows something at each of these places of the page. */
  const inked = (spots: readonly { readonly x: number; readonly y: number }[]) =>
    page.evaluate((wanted) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.wall canvas')
      const ctx = canvas?.getContext('2d')
      if (!canvas || !ctx) return []
      const box = canvas.getBoundingClientRect()
      return wanted.map(({ x, y }) => {
        const near = ctx.getImageData(x - box.left - 2, y - box.top - 2, 5, 5).data
        return near.some((value, at) => at % 4 === 3 && value > 0)
      })
    }, spots)

  it('loses no line that is drawn, and no key that is pressed, before the code for it is there', async () => {
    await expect.poll(painted).toBeGreaterThan(1_000)
    const along = [300, 400, 500].map((x) => ({ x, y: 160 }))
    await page.keyboard.press('p')
    await page.mouse.move(300, 160)
    await page.mouse.down()
    await page.mouse.move(500, 160, { steps: 20 })
    await page.mouse.up()
    await page.keyboard.press(' ')
    await page.keyboard.press('h')
    const handTaken = page.getByRole('button', { name: /^Hand/, pressed: true })
    await page.waitForTimeout(300)
    expect([await handTaken.count(), await inked(along)]).toEqual([0, [false, false, false]])
    letCome()
    await handTaken.waitFor()
    await expect.poll(() => inked(along)).toEqual([true, true, true])
    await page.keyboard.press('n')
    await page.getByRole('button', { name: /^Note/, pressed: true }).waitFor()
    expect(await page.locator('#wall').evaluate((wall) => getComputedStyle(wall).cursor)).toBe('copy')
  })

  it('stays where the code for it can’t be fetched: one sentence says so, and the page goes on by itself', async () => {
    const again = await page.context().newPage()
    let fails = true
    await again.route(/\/(PaintedStage|OverWall|over)-[^/]+\.js$/, (route) =>
      fails ? route.abort() : route.continue(),
    )
    await again.goto(page.url())
    const missing = again.getByRole('heading', { name: 'This part of the page could not be loaded.' })
    await missing.first().waitFor()
    expect(await again.getByRole('alert').filter({ hasText: 'could not be loaded' }).count()).toBe(1)
    expect(await again.locator('[aria-hidden=true] .part-missing').count()).toBe(0)
    expect(await again.locator('.first-picture').count()).toBe(1)
    if (process.env['SHOT']) await again.screenshot({ path: process.env['SHOT'] })
    await Promise.all([
      again.waitForEvent('load'),
      again.getByRole('button', { name: 'Reload' }).click({ timeout: 3000 }),
    ])
    await missing.first().waitFor()
    fails = false
    await again.locator('.konvajs-content').waitFor()
    expect(await missing.count()).toBe(0)
  })
})
