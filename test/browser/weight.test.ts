import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { atDesk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { doorsServer } from '../support/doors-server.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'

declare global {
  interface Window {
    shownAt?: number
  }
}

const WALL_SCRIPTS_MOST_KB = 240

/** Notes on the page itself when what it waits for stands there. */
const watchFor = (page: Page, selector: string) =>
  page.addInitScript((wanted) => {
    const look = () => {
      if (window.shownAt === undefined && document.querySelector(wanted)) window.shownAt = performance.now()
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true })
  }, selector)

/** What a page asks for before it shows this: scripts and styles, packed as well as gzip can, in kB. */
const codeBefore = async (page: Page, url: string, selector: string) => {
  await watchFor(page, selector)
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(selector).first().waitFor({ state: 'attached' })
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.(js|css)$/.test(name) && startTime < (window.shownAt ?? Infinity))
      .map(({ name }) => name),
  )
  const packed = async (kind: string) => {
    const names = asked.filter((name) => name.endsWith(kind))
    const bodies = await Promise.all(names.map(async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer())))
    return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000
  }
  return { scripts: await packed('.js'), styles: await packed('.css') }
}

describe('what has to be loaded', () => {
  let server: Awaited<ReturnType<typeof doorsServer>>
  let browser: Browser
  let session: TestSession
  let link: string

  beforeAll(async () => {
    server = await doorsServer()
    browser = await launchChromium()
    session = await buildSession(server.origin)
    await session.go('post')
    link = `${server.origin}/b/${session.board}#${session.tokens.participant}`
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const DESK = { viewport: { width: 1280, height: 800 } }
  const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

  /** A browser that has a seat and has fetched nothing yet. */
  const seated = async (options: typeof DESK, take: (context: BrowserContext) => Promise<void>): Promise<Page> => {
    const before = await browser.newContext(options)
    await take(before)
    const storageState = await before.storageState()
    await before.close()
    return (await browser.newContext({ ...options, storageState })).newPage()
  }

  it.each([
    ['the home page', () => server.origin],
    ['the page to join by', () => link],
  ])('%s shows itself after at most 100 kB of code', async (_name, url) => {
    const page = await (await browser.newContext()).newPage()
    const { scripts, styles } = await codeBefore(page, url(), 'h1')
    await page.context().close()
    expect(scripts + styles).toBeLessThanOrEqual(100)
    expect(scripts).toBeGreaterThan(60)
  })

  it(`the wall paints after at most ${WALL_SCRIPTS_MOST_KB} kB of scripts`, async () => {
    const page = await seated(DESK, async (context) => {
      const desk = atDesk({ context, page: await context.newPage(), complaints: [] })
      await desk.join(link, 'Aisha')
      await desk.isSaved()
    })
    const { scripts, styles } = await codeBefore(page, link, '#wall canvas')
    await page.context().close()
    expect(scripts).toBeLessThanOrEqual(WALL_SCRIPTS_MOST_KB)
    expect(scripts).toBeGreaterThan(120)
    expect(styles).toBeLessThanOrEqual(15)
  })

  it('the list of a phone stands there after at most 215 kB of scripts', async () => {
    const page = await seated(PHONE, async (context) => {
      const phone = onPhone({ context, page: await context.newPage(), complaints: [] })
      await phone.join(link, 'Tom')
      await phone.isSaved()
    })
    const { scripts } = await codeBefore(page, link, '.list-main')
    await page.context().close()
    expect(scripts).toBeLessThanOrEqual(215)
  })
})
