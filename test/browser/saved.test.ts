import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Saved } from '../../client/src/model/saved.ts'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'

/** What stands beside the board's name: it says whether one's work is on disk, and nobody's screen jumps for it. */
const states: readonly (readonly [words: string, saved: Saved])[] = [
  ['Saved', { state: 'saved' }],
  ['Saving', { state: 'saving' }],
  ['Offline', { state: 'offline', kept: 0 }],
  ['Offline, 12 changes waiting', { state: 'offline', kept: 12 }],
  ['Can’t save', { state: 'not-saved', kept: 3 }],
]
const screens = [
  ['desk', 1280],
  ['desk', 1024],
  ['desk', 860],
  ['desk', 700],
  ['list', 360],
] as const

/** Opens a screen without a server, for the tests of one block. */
function screenOf(kind: 'desk' | 'list', width: number) {
  let fixture: FixtureServer
  let browser: Browser

  beforeAll(async () => {
    fixture = await serveFixture(kind === 'desk' ? 'panels' : 'list')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await fixture.close()
  })

  const open = async (stage = 'post'): Promise<Page> => {
    const phone = kind === 'list' ? { hasTouch: true, isMobile: true } : {}
    const context = await browser.newContext({ viewport: { width, height: 740 }, bypassCSP: true, ...phone })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(`${fixture.page}?phase=post&stage=${stage}&role=participant`)
    await page.locator('.saved-indicator').waitFor()
    await page.evaluate(() => document.fonts.ready)
    return page
  }
  const show = async (page: Page, saved: Saved, keeps = true) => {
    await page.evaluate(
      ([next, works]) => {
        const { store } = window.desk ?? window.list
        store.status.set({ state: next.state === 'offline' ? 'offline' : 'online' })
        store.saved.set(next)
        store.keeps.set(works)
      },
      [saved, keeps] as const,
    )
    await page.clock.runFor(600)
  }
  return { open, show }
}

describe.each(screens)('the indicator at the %s, %i px wide', (kind, width) => {
  const { open, show } = screenOf(kind, width)

  it('is all there in every state, and moves nothing but the name beside it', async () => {
    const page = await open()
    const places = () =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll(
            '.phase-steps, .top-bar-end, .list-header-end, .list-header-task, .list-progress',
          ),
        ].map((each) => JSON.stringify(each.getBoundingClientRect())),
      )
    const before = await places()
    expect(before.length).toBeGreaterThan(0)
    for (const [words, saved] of states) {
      await show(page, saved)
      const indicator = page.getByRole('button', { name: words, exact: true })
      await indicator.waitFor()
      const cut = await indicator.evaluate((button) => {
        const label = button.querySelector('.saved-indicator-words')
        const bar = button.parentElement?.getBoundingClientRect()
        const box = button.getBoundingClientRect()
        return [(label?.scrollWidth ?? 0) > (label?.clientWidth ?? 0) + 1, box.right > (bar?.right ?? 0) + 1]
      })
      if (saved.state === 'offline' || saved.state === 'not-saved') expect(cut, words).toEqual([false, false])
      expect(await places(), words).toEqual(before)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })
})

describe('the indicator of a phone beside the bell', () => {
  const { open, show } = screenOf('list', 360)

  it('says all that waits, on nothing else, and the bell stays where it is', async () => {
    const page = await open('ideas')
    const bell = page.getByRole('button', { name: 'Ring the bell' })
    const before = await bell.boundingBox()
    await show(page, { state: 'offline', kept: 12 })
    const indicator = page.getByRole('button', { name: 'Offline, 12 changes waiting' })
    const free = await indicator.evaluate((button) => {
      const label = button.querySelector('.saved-indicator-words')
      const end = document.querySelector('.list-header-end')?.getBoundingClientRect()
      const isWhole = (label?.scrollWidth ?? 0) <= (label?.clientWidth ?? 0) + 1
      return isWhole && button.getBoundingClientRect().right <= (end?.left ?? 0)
    })
    expect(free).toBe(true)
    expect(await bell.boundingBox()).toEqual(before)
  })
})

describe.each([
  ['desk', 1280],
  ['list', 360],
] as const)('what the indicator tells at the %s, %i px wide', (kind, width) => {
  const { open, show } = screenOf(kind, width)

  it.each(['light', 'dark'])('says on a press what it means and what to do, in the %s', async (theme) => {
    const page = await open()
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    await show(page, { state: 'not-saved', kept: 3 }, false)
    await page.getByRole('button', { name: 'Can’t save' }).click()
    const details = page.locator('.saved-details')
    await details.getByText('tell whoever runs the server').waitFor()
    await details.getByText('This device can’t keep changes while offline').waitFor()
    const box = await details.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(8)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width - 8)
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await details.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('saved-indicator')
  })

  it('tells who listens once that the link is gone and once that all is well, and never counts aloud', async () => {
    const page = await open()
    const heard: string[] = []
    await page.exposeFunction('heardSaid', (words: string) => void heard.push(words))
    await page.evaluate(() => {
      const region = document.querySelector('[aria-live="polite"]')
      const tell = (window as unknown as { heardSaid: (words: string) => void }).heardSaid
      if (region)
        new MutationObserver(() => tell(region.textContent)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        })
    })
    for (const kept of [0, 1, 2, 3]) await show(page, { state: 'offline', kept })
    await page.clock.runFor(3000)
    await show(page, { state: 'saving' })
    await show(page, { state: 'saved' })
    await page.clock.runFor(3000)
    await expect.poll(() => heard.length).toBe(2)
    expect(heard[0]).toMatch(/^Offline\. There is no link to the server\./)
    expect(heard[1]).toBe('Saved again.')
  })
})
