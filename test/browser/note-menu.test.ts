import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

/** The middles of the dentist's third and last note, in board units. */
const THIRD = { x: 220, y: -106 }
const LAST = { x: 990, y: 106 }

describe('what can be done with a note', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await open('phase=post')
  })
  afterEach(() => page.close())

  const open = (query: string) => openWall(page, stage.fixture(), query)
  const onScreen = (at: { x: number; y: number }) =>
    page.evaluate((board) => window.fixture.bench.camera.toScreen(board), at)
  const third = () => page.evaluate(() => window.fixture.wall.moment(window.fixture.board.line()[2] ?? ('' as never)))
  const rest = async (at: { x: number; y: number }) => {
    const { x, y } = await onScreen(at)
    await page.mouse.move(x, y)
    await page.mouse.move(x + 2, y)
  }
  const row = (name: string | RegExp) => page.locator('.menu').getByText(name).first()
  const focusedOn = () => page.evaluate(() => document.activeElement?.id)

  it('three quick actions rise over the note that the pointer rests on, and stay while it goes to them', async () => {
    await rest(THIRD)
    const actions = page.getByRole('toolbar', { name: 'What to do with it' })
    await actions.waitFor()
    expect(await actions.getByRole('button').count()).toBe(3)
    const look = actions.getByRole('button', { name: 'Contact type and paper' })
    await look.hover()
    await page.waitForTimeout(600)
    await look.click({ timeout: 5000 })
    await row('Social media').click()
    expect(await third()).toMatchObject({ channel: 'social', setting: 'one-to-one' })
    expect(await focusedOn()).toBe('wall')
    await rest(THIRD)
    await actions.getByRole('button', { name: 'Change the words' }).click()
    await page.locator('.note-editor').waitFor()
  })

  it('a right press opens its menu, where what may not be done says why', async () => {
    const { x, y } = await onScreen(THIRD)
    await page.mouse.click(x, y, { button: 'right' })
    await page.getByRole('menu').waitFor()
    expect(await page.getByRole('menuitem', { name: 'Make tidy again' }).getAttribute('aria-disabled')).toBe('true')
    await row('It lies where it belongs.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await row('Lock').click()
    expect((await third())?.locked).toBe(true)
    expect(await page.getByRole('menu').count()).toBe(0)
  })

  it('holds only what can be meant: for several notes no verb of one, and what lines them up stands in a row', async () => {
    await page.evaluate(() => {
      const { board, bench } = window.fixture
      bench.selection.set(board.line().slice(1, 4))
    })
    await page.getByRole('application').focus()
    await page.keyboard.press('F2')
    const rows = page.getByRole('menuitem')
    await rows.first().waitFor()
    expect(await page.locator('.menu').textContent()).not.toContain('one note at a time')
    expect(await rows.first().evaluate((row) => row === document.activeElement)).toBe(true)
    await row('Arrange').click()
    await page.getByRole('menuitem', { name: 'Align at the top' }).waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate(() => window.fixture.bench.selection.set(window.fixture.board.line().slice(1, 2)))
    await page.keyboard.press('F2')
    await row('Arrange').click()
    await row('Put it in front of everything').waitFor()
    expect(await page.locator('.menu').textContent()).not.toContain('two or more')
  })

  it('works by key alone: F2, arrows, first letters, and Escape goes back to the wall', async () => {
    await page.locator('.wall').focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    expect(await page.locator('.menu [aria-checked="true"]').textContent()).toBe('2 Walks in and looks for the desk')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('menu').count()).toBe(0)
    expect(await focusedOn()).toBe('wall')
    await page.keyboard.press('F2')
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await row('About 20 min').click()
    const lane = await page.evaluate(() => window.fixture.wall.moments().find(({ kind }) => kind === 'invisible'))
    expect(lane).toMatchObject({ seconds: 1200 })
  })

  it('a finger that rests on a note opens the menu, with rows that a finger can hit', async () => {
    const context = await stage
      .browser()
      .newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true, isMobile: true })
    await page.close()
    page = await context.newPage()
    await open('phase=post')
    const { x, y } = await onScreen(THIRD)
    const touch = await context.newCDPSession(page)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await page.getByRole('menu').waitFor()
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await page.waitForTimeout(200)
    const heights = await page.getByRole('menuitem').evaluateAll((all) => all.map((each) => each.clientHeight))
    expect(heights.length).toBeGreaterThan(7)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    await context.close()
  })

  it('a press on the minimap goes there; a narrow window has none', async () => {
    await page.evaluate(() => window.fixture.bench.camera.jump({ x: 4000, y: 0, zoom: 1 }))
    await page.getByRole('button', { name: 'Back to the timeline' }).waitFor()
    const map = page.locator('.minimap canvas')
    const box = await map.boundingBox()
    if (!box) throw new Error('There is no minimap.')
    await page.mouse.click(box.x + 14, box.y + box.height / 2)
    const seen = await page.evaluate(() => window.fixture.bench.scene.notesIn(window.fixture.bench.camera.visible()))
    expect(seen.length).toBeGreaterThan(3)
    expect(await page.getByRole('button', { name: 'Back to the timeline' }).count()).toBe(0)
    await page.setViewportSize({ width: 1099, height: 800 })
    await map.waitFor({ state: 'detached' })
  })

  it('whoever is lost gets back to the timeline, all of it beside the controls', async () => {
    await page.evaluate(() => window.fixture.bench.camera.jump({ x: -9000, y: 5000, zoom: 2 }))
    await page.getByRole('button', { name: 'Back to the timeline' }).click()
    const last = await onScreen(LAST)
    expect(last.x).toBeLessThan(1280 - 88)
    expect((await onScreen({ x: -88, y: -106 })).x).toBeGreaterThanOrEqual(84)
  })
})
