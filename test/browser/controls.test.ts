import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'

let fixture: FixtureServer
let browser: Browser

beforeAll(async () => {
  fixture = await serveFixture('controls')
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await fixture.close()
})

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(fixture.page)
  await page.getByRole('heading', { name: 'Controls alone' }).waitFor()
  // A font that comes later changes every width.
  await page.evaluate(async () => void (await document.fonts.ready))
  return page
}

/** From now on the page's time passes when the test says so, and not while a busy machine thinks. */
async function withOwnTime(page: Page): Promise<Page> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  return page
}

const done = (page: Page) => page.locator('#done').textContent()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('a step that can’t be undone', () => {
  it('needs a whole second of holding', async () => {
    const page = await withOwnTime(await visit())
    const button = page.getByRole('button', { name: 'Hold to reveal' })
    await button.hover()
    await page.mouse.down()
    await page.clock.runFor(990)
    await page.mouse.up()
    await page.clock.runFor(5000)
    expect(await done(page)).toBe('nothing')
    await page.mouse.down()
    await page.clock.runFor(1000)
    await page.mouse.up()
    expect(await done(page)).toBe('held')
  })

  it('needs Enter twice within four seconds, not one long Enter', async () => {
    const page = await withOwnTime(await visit())
    await page.getByRole('button', { name: 'Hold to reveal' }).focus()
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    expect(await done(page)).toBe('nothing')
    await page.getByRole('button', { name: 'Press again' }).waitFor()
    await page.clock.runFor(4000)
    await page.getByRole('button', { name: 'Hold to reveal' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await done(page)).toBe('held')
  })

  it('can be taken back while the seconds run down', async () => {
    const page = await visit()
    await page.getByText('Grades are shown in 3').waitFor()
    await page.getByRole('button', { name: 'Not yet' }).click()
    expect(await done(page)).toBe('not yet')
  })
})

describe('a button that does nothing now', () => {
  it.each([
    ['Open the wall', 'Write why this matters first.'],
    ['Hold to settle', 'Nobody has graded yet.'],
  ])('%s keeps the focus and says why', async (name, reason) => {
    const page = await visit()
    const button = page.getByRole('button', { name })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('tooltip').filter({ hasText: reason }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tooltip').filter({ hasText: reason }).waitFor({ state: 'hidden' })
    await withOwnTime(page)
    await button.hover()
    await page.mouse.down()
    await page.clock.runFor(1200)
    await page.mouse.up()
    expect(await done(page)).toBe('nothing')
  })
})

describe('the focus of somebody who works by keys', () => {
  const holder = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: element } = document
      return element?.getAttribute('aria-label') ?? element?.textContent
    })

  it('stays on a button that is refused from now on, and which says why', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Hold to reveal' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => done(page)).toBe('held')
    expect(await page.getByRole('button', { name: 'Hold to reveal' }).getAttribute('aria-disabled')).toBe('true')
    expect(await holder(page)).toBe('Hold to reveal')
    // What was pressed when it could be pressed has nothing to say of itself.
    expect(await page.getByRole('tooltip').filter({ visible: true }).count()).toBe(0)
  })

  it('goes to the place that a button stood in when it goes, and to the heading when that goes too', async () => {
    const page = await visit()
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Answer it' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => holder(page)).toBe('A card')
    await page.keyboard.press('Tab')
    expect(await holder(page)).toBe('Put it away')
    await page.keyboard.press('Enter')
    await expect.poll(() => holder(page)).toBe('Controls alone')
    await page.keyboard.press('Tab')
    expect(await holder(page)).toBe('Hold to reveal')
  })

  it('is left alone where a finger or the mouse took it away', async () => {
    const page = await visit()
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Answer it' }).click()
    await page.getByRole('button', { name: 'Put it away' }).waitFor()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  })
})

describe('a menu', () => {
  it('opens, moves, refuses and closes by keyboard', async () => {
    const page = await visit()
    const button = page.getByRole('button', { name: 'More ways to steer' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Back' }).waitFor()
    expect(await focused(page)).toContain('Back')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toContain('Timer')
    await page.keyboard.press('Enter')
    expect(await done(page)).toBe('nothing')
    await page.keyboard.press('b')
    await page.keyboard.press('b')
    await page.keyboard.press('Enter')
    expect(await done(page)).toBe('brought')
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem', { name: 'Back' }).waitFor({ state: 'hidden' })
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true)
  })

  it('in a dialog closes alone, then the dialog does', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Open the dialog' }).click()
    await page.getByRole('dialog', { name: 'Bring people in' }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Renew' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem', { name: 'Renew' }).waitFor({ state: 'hidden' })
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Open the dialog')
  })
})

describe('the small things', () => {
  it('a text area grows with its text', async () => {
    const page = await visit()
    const area = page.getByLabel('Description')
    const before = (await area.boundingBox())?.height ?? 0
    await area.fill('line\n'.repeat(8))
    expect((await area.boundingBox())?.height ?? 0).toBeGreaterThan(before + 100)
    expect(await area.evaluate((each) => each.scrollHeight - each.clientHeight)).toBe(0)
  })

  it('what is copied can be pasted, and the button says so without growing', async () => {
    const page = await visit()
    const button = page.getByRole('button', { name: 'Copy link' })
    const before = await button.boundingBox()
    await button.click()
    const after = await page.getByRole('button', { name: 'Copied' }).boundingBox()
    expect(after?.width).toBe(before?.width)
    await page.getByLabel('Description').fill('')
    await page.keyboard.press('ControlOrMeta+V')
    expect(await page.getByLabel('Description').inputValue()).toBe('momentous')
  })

  it('news of three seconds is said in one sentence', async () => {
    const page = await withOwnTime(await visit())
    const add = page.getByRole('button', { name: 'Add a moment' })
    await add.click()
    await page.clock.runFor(2900)
    await add.click()
    await page.clock.runFor(100)
    await page.getByRole('status').filter({ hasText: '2 moments added.' }).waitFor()
  })

  it('the strip names its priorities, and a press changes the one under discussion', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Moment 4. Waits. Miserable' }).waitFor()
    await page.getByRole('button', { name: 'Moment 2. Phones to book' }).click()
    expect(await done(page)).toBe('m1')
  })
})

describe('axe finds nothing among the controls', () => {
  it.each(['light', 'dark'] as const)('in %s', async (colorScheme) => {
    const page = await visit({ colorScheme })
    expect(await axeFindings(page)).toEqual([])
  })
})
