import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'
import { openWall } from '../support/wall-page.ts'

describe('stages of the timeline', () => {
  let wall: FixtureServer
  let list: FixtureServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    wall = await serveFixture('wall')
    list = await serveFixture('list')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await wall.close()
    await list.close()
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', bypassCSP: true })
  })
  afterEach(() => page.close())

  const onScreen = (at: { x: number; y: number }) =>
    page.evaluate((board) => window.fixture.bench.camera.toScreen(board), at)
  const stages = () =>
    page.evaluate(() => window.fixture.bench.scene.stages().map(({ first, stage }) => `${first} ${stage.title}`))

  it('are begun in the menu of the bare wall, pulled along the line, and taken off in a menu', async () => {
    await openWall(page, wall, 'phase=post&role=participant')
    const bare = await onScreen({ x: 270, y: 320 })
    await page.mouse.click(bare.x, bare.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Begin a stage here' }).click()
    await page.getByRole('textbox', { name: 'Title of this stage' }).waitFor()
    await page.keyboard.type('Arriving')
    await page.keyboard.press('Enter')
    expect(await stages()).toEqual(['3 Arriving'])
    const title = await page.evaluate(() => window.fixture.bench.scene.stages()[0]?.box)
    if (!title) throw new Error('The stage is there.')
    const from = await onScreen({ x: title.x + 8, y: title.y + 8 })
    const to = await onScreen({ x: title.x + 230, y: title.y + 8 })
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 6 })
    await page.mouse.up()
    expect(await stages()).toEqual(['5 Arriving'])
    await page.getByText('Stage: Arriving. Moment 6 of 10.').first().waitFor({ state: 'attached' })
    await page.mouse.click(to.x, to.y, { button: 'right' })
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('menuitem', { name: 'Take the stage off' }).click()
    expect(await stages()).toEqual([])
  })

  it('are begun by key before the selected note, and leave nothing without a title', async () => {
    await openWall(page, wall, 'phase=post&role=participant')
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('b')
    await page.getByRole('textbox', { name: 'Title of this stage' }).waitFor()
    expect(await stages()).toEqual(['1 '])
    await page.keyboard.press('Escape')
    expect(await stages()).toEqual([])
  })

  it('stand in the list on a phone, where they are begun, named, moved and taken off', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${list.page}?stage=post`)
    const row = page.getByRole('listitem').filter({ hasText: 'Walks in and looks for the desk' })
    await row.getByRole('button', { name: /^More for/ }).click()
    await page.getByRole('menuitem', { name: 'Begin a stage here' }).click()
    const field = page.getByRole('textbox', { name: 'Title of this stage' })
    await field.fill('In the waiting room')
    await field.press('Enter')
    const title = page.getByRole('heading', { name: 'In the waiting room' })
    await title.waitFor()
    const order = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.post-list > li')].findIndex((each) => each.matches('.post-stage')),
      )
    const at = await order()
    await page.getByRole('button', { name: 'What to do with the stage “In the waiting room”' }).click()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('menuitem', { name: 'Let it begin one moment later' }).click()
    expect(await order()).toBe(at + 1)
    await page.getByRole('button', { name: 'What to do with the stage “In the waiting room”' }).click()
    await page.getByRole('menuitem', { name: 'Take the stage off' }).click()
    expect(await title.count()).toBe(0)
  })
})
