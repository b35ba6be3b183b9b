import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

interface Point {
  readonly x: number
  readonly y: number
}

describe('selecting several on a phone', () => {
  const stage = wallStage()
  let page: Page
  let touch: CDPSession

  beforeEach(async () => {
    const context = await stage.browser().newContext({
      ...{ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
      ...{ reducedMotion: 'reduce', bypassCSP: true },
    })
    page = await context.newPage()
    touch = await context.newCDPSession(page)
    await openWall(page, stage.fixture(), 'phase=post&role=participant')
    await page.evaluate(() => window.fixture.bench.camera.jump({ x: -220, y: -400, zoom: 0.6 }))
  })
  afterEach(() => page.context().close())

  const onScreen = (at: Point) => page.evaluate((board) => window.fixture.bench.camera.toScreen(board), at)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  const moves = async (from: Point, to: Point) => {
    for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
      await send('touchMove', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    }
    await send('touchEnd')
  }
  const selected = () => page.evaluate(() => window.fixture.bench.selection.pieces().size)
  const view = () => page.evaluate(() => JSON.stringify(window.fixture.bench.camera.view()))

  it('a finger that has rested on the bare wall draws out a rectangle; lifted it opens the menu', async () => {
    const [from, to] = [await onScreen({ x: -110, y: -200 }), await onScreen({ x: 140, y: 60 })]
    const before = await view()
    await send('touchStart', from)
    await page.waitForTimeout(650)
    expect(await page.evaluate(() => window.fixture.bench.live.marquee.get() !== null)).toBe(true)
    await moves(from, to)
    expect(await selected()).toBe(3)
    expect(await view()).toBe(before)
    const bare = await onScreen({ x: 150, y: 330 })
    await send('touchStart', bare)
    await page.waitForTimeout(650)
    await send('touchEnd')
    await page.getByRole('menu').waitFor()
    expect(await page.evaluate(() => window.fixture.bench.live.marquee.get())).toBeNull()
  })

  it('a finger that rests on a note opens its menu, and its lift presses nothing that came up under it', async () => {
    const clicks = () => page.evaluate(() => document.body.dataset['clicks'])
    await page.evaluate(() =>
      document.addEventListener('click', ({ target }) => {
        if (target instanceof Element) document.body.dataset['clicks'] = target.className
      }),
    )
    // In the middle of the screen, where the menu comes up under the finger, and at its edge.
    for (const note of [
      { x: 110, y: 106 },
      { x: 0, y: -106 },
    ]) {
      await send('touchStart', await onScreen(note))
      const menu = page.getByRole('menu', { name: 'What to do with it' })
      await menu.waitFor()
      await send('touchEnd')
      await page.waitForTimeout(200)
      expect([await clicks(), await menu.count()]).toEqual([undefined, 1])
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'detached' })
    }
  })

  it('the rail has a choice for fingers: a rectangle, a line around, and each touch adds', async () => {
    await page.getByRole('button', { name: 'A finger moves the wall' }).tap()
    expect(await axeFindings(page)).toEqual([])
    const [one, two] = [await onScreen({ x: 0, y: -106 }), await onScreen({ x: 110, y: 106 })]
    await page.touchscreen.tap(one.x, one.y)
    await page.touchscreen.tap(two.x, two.y)
    expect(await selected()).toBe(2)
    const bare = await onScreen({ x: 150, y: 330 })
    await page.touchscreen.tap(bare.x, bare.y)
    expect(await selected()).toBe(0)
    await page.getByRole('button', { name: 'A finger selects in a rectangle' }).tap()
    const corners = await Promise.all(
      [
        { x: -20, y: -200 },
        { x: 60, y: -200 },
        { x: 60, y: -30 },
        { x: -20, y: -30 },
      ].map(onScreen),
    )
    const [start, ...others] = corners
    if (!start) throw new Error('The line begins somewhere.')
    await send('touchStart', start)
    for (const at of others) await send('touchMove', at)
    await page.waitForTimeout(100)
    await send('touchEnd')
    expect(await selected()).toBe(1)
  })
})
