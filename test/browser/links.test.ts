import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

const address = 'https://example.org/opening-hours?of=the-practice'

describe('links in notes', () => {
  const stage = wallStage()
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    context = await stage.browser().newContext({ viewport: { width: 1280, height: 800 } })
    // Nothing leaves this machine.
    await context.route('https://example.org/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<p>${JSON.stringify(route.request().headers())}</p>` }),
    )
    page = await context.newPage()
    await openWall(page, stage.fixture(), 'phase=post')
  })

  /** Writes on the first note, and says where the address begins on the screen. */
  const write = (text: string) =>
    page.evaluate(async (insert) => {
      const { board, wall, bench } = window.fixture
      const [id] = board.line()
      if (id === undefined) return null
      const remove = wall.moment(id)?.text.length ?? 0
      wall.act('edit-text', { root: 'moments', id, key: 'text', index: 0, remove, insert })
      await new Promise((resolve) => setTimeout(resolve, 200))
      const rect = bench.scene.note(id)?.rect
      return rect ? bench.camera.toScreen({ x: rect.x + 40, y: rect.y + 20 }) : null
    }, text)
  const cursor = () => page.locator('#wall').evaluate((wall) => getComputedStyle(wall).cursor)

  it('are underlined, shown by the cursor and opened with Ctrl and a click in a tab that learns nothing', async () => {
    const at = await write(address)
    if (at === null) throw new Error('The note is there.')
    await page.mouse.move(at.x, at.y)
    expect(await cursor()).not.toBe('pointer')
    await page.keyboard.down('Control')
    await expect.poll(cursor).toBe('pointer')
    const [tab] = await Promise.all([context.waitForEvent('page'), page.mouse.click(at.x, at.y)])
    await page.keyboard.up('Control')
    await tab.waitForLoadState()
    expect(tab.url()).toBe(address)
    expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, ''])
    expect(await tab.locator('p').textContent()).not.toContain('referer')
    await tab.close()
    await expect.poll(cursor).not.toBe('pointer')
  })

  it('select and no more without Ctrl, and no script ever opens', async () => {
    const at = await write(`javascript:document.title='caught'`)
    if (at === null) throw new Error('The note is there.')
    await page.mouse.click(at.x, at.y)
    await page.keyboard.down('Control')
    await page.mouse.click(at.x, at.y)
    await page.keyboard.press('Enter')
    await page.keyboard.up('Control')
    await page.waitForTimeout(300)
    expect([context.pages().length, await page.title()]).toEqual([1, await page.title()])
    expect(await page.title()).not.toBe('caught')
  })

  it('open from the note’s menu', async () => {
    const at = await write(`Read ${address} first`)
    if (at === null) throw new Error('The note is there.')
    await page.mouse.click(at.x, at.y, { button: 'right' })
    const open = page.getByRole('menuitem', { name: 'Open the link in it, in a new tab' })
    await open.waitFor()
    const [tab] = await Promise.all([context.waitForEvent('page'), open.click()])
    await tab.waitForLoadState()
    expect(tab.url()).toBe(address)
  })
})
