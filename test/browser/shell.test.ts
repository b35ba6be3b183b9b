import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { doorsServer } from '../support/doors-server.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Stage } from '../support/session-stage.ts'
import { root } from '../support/sources.ts'
import { tempFolder } from '../support/temp-folder.ts'

const built = join(root, 'dist', 'client')

/** Waits until the worker has everything and answers for this page. */
const isKept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')

/** The addresses that the device keeps, and everything that it keeps under them. */
const keptOf = (page: Page) =>
  page.evaluate(async () => {
    const found: { url: string; words: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        const headers = [...request.headers, ...(answer?.headers ?? [])].flat().join(' ')
        found.push({ url: request.url, words: `${headers} ${await answer?.text()}` })
      }
    }
    return found
  })

describe('a board without the server', () => {
  let stage: Stage
  let session: TestSession
  let aisha: Desk

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
    aisha = atDesk(await stage.desk())
    await aisha.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, 'Aisha')
    await aisha.isIn('Post')
    await aisha.isSaved()
    await isKept(aisha.page)
    // The browser asks before it loads a page again while something waits.
    aisha.page.on('dialog', (dialog) => void dialog.accept())
  })
  afterAll(() => stage?.end())

  it('opens from the device with its content and what is not saved, and says so', async () => {
    const { page } = aisha
    await stage.kill()
    await aisha.adds('Finds the door locked')
    await aisha.sees('Offline, 1 change waiting')
    await page.reload()
    await aisha.seesOnWall('Finds the door locked')
    await aisha.seesOnWall('Walks in and looks for the desk')
    await aisha.sees('Offline, 1 change waiting')
    await page.getByRole('application').waitFor()
  })

  it('opens the front door too, and every link to a board that it knows', async () => {
    const page = await aisha.context.newPage()
    await page.goto(stage.origin)
    await page.getByRole('button', { name: 'Start a board' }).waitFor()
    await page.goto(`${stage.origin}/b/${session.board}#${session.tokens.participant}`)
    await page.getByRole('application').waitFor()
    await page.close()
  })

  it('gives the server what waited as soon as it is back', async () => {
    await stage.restart()
    await aisha.isSaved()
    const texts = (await session.content()).moments.map(({ text }: { text: string }) => text)
    expect(texts).toContain('Finds the door locked')
  })

  it('keeps the files of the application and nothing else: no answer of the server, no token', async () => {
    await aisha.page.reload()
    await aisha.isSaved()
    const kept = await keptOf(aisha.page)
    const paths = kept.map(({ url }) => new URL(url).pathname)
    expect(paths.filter((path) => !/^\/(assets\/[^/]+|mark\.svg|app\.webmanifest)?$/.test(path))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['/', '/mark.svg', '/app.webmanifest']))
    const secret = await aisha.page.evaluate(() => localStorage.getItem('momentous.boards') ?? '')
    const tokens = [...Object.values(session.tokens), ...[...secret.matchAll(/"token":"([^"]+)"/g)].map((m) => m[1])]
    expect(tokens.length).toBeGreaterThan(3)
    const told = kept.filter(({ url, words }) => tokens.some((token) => `${url} ${words}`.includes(token ?? '-')))
    expect(told).toEqual([])
    expect(aisha.complaints).toEqual([])
  })

  it('is told who may ask for what, and to look for a new version each time', async () => {
    const asked = await Promise.all(['/sw.js', '/app.webmanifest', '/'].map((path) => fetch(stage.origin + path)))
    expect(asked.map(({ headers }) => headers.get('cache-control'))).toEqual(['no-cache', 'no-cache', 'no-cache'])
    expect(asked.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
      'application/javascript',
      'application/manifest+json',
      'text/html',
    ])
    const script = /src="(\/assets\/[^"]+)"/.exec((await asked[2]?.text()) ?? '')?.[1] ?? ''
    const packed = await fetch(stage.origin + script, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(packed.headers.get('cache-control')).toContain('immutable')
    const policy = await aisha.page.evaluate(
      async () => (await caches.match('/'))?.headers.get('content-security-policy') ?? '',
    )
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})

describe('a new version', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  /** The product out of a copy of the build, which a test may replace by a newer one. */
  const served = async () => {
    const folder = tempFolder()
    cpSync(built, folder, { recursive: true })
    const server = await doorsServer(folder)
    let stopped: Promise<void> | null = null
    const stop = () => (stopped ??= server.stop())
    onTestFinished(stop)
    const page = await (await browser.newContext()).newPage()
    onTestFinished(() => page.context().close())
    const deploy = (title: string) => {
      for (const file of ['index.html', 'sw.js']) {
        const words = readFileSync(join(folder, file), 'utf8')
        writeFileSync(
          join(folder, file),
          words.replace('<title>Momentous', `<title>${title}`).replace(/version:`\w+`/, `version:\`${title}\``),
        )
      }
      return page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
    }
    return { page, origin: server.origin, stop, deploy }
  }
  const versions = (page: Page) => page.evaluate(() => caches.keys())

  it('waits, is offered in plain words when nobody types, and comes with the press of a button', async () => {
    const { page, origin, deploy } = await served()
    await page.goto(origin)
    await isKept(page)
    await deploy('second')
    const offer = page.getByText('A new version is ready.')
    const field = page.getByLabel('Name your board')
    await field.focus()
    for (let letter = 0; letter < 12; letter++) {
      await field.press('a')
      await page.waitForTimeout(500)
      expect(await offer.filter({ visible: true }).count()).toBe(0)
    }
    await offer.filter({ visible: true }).first().waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await versions(page)).toHaveLength(2)
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
    await isKept(page)
    await expect.poll(() => versions(page)).toEqual(['shell-second'])
    await page.context().setOffline(true)
    const shown = await page.goto(origin)
    expect(await shown?.text()).toContain('<title>second')
  })

  it('that somebody puts off comes up no more on this page', async () => {
    const { page, origin, deploy } = await served()
    await page.goto(origin)
    await isKept(page)
    await deploy('second')
    await page.getByRole('button', { name: 'Later' }).click()
    await page.waitForTimeout(1500)
    expect(await page.getByRole('button', { name: 'Later' }).count()).toBe(0)
  })

  it('is no matter of the development server: a worker that was left on its port is gone at the next visit', async () => {
    const { page, origin, stop } = await served()
    await page.goto(origin)
    await isKept(page)
    await stop()
    const server = await createServer({
      configFile: join(root, 'vite.config.ts'),
      root: join(root, 'client'),
      server: { port: Number(new URL(origin).port), strictPort: true, host: '127.0.0.1', watch: null, hmr: false },
      cacheDir: join(root, 'node_modules', '.vite-shell'),
      logLevel: 'error',
    })
    onTestFinished(() => server.close())
    await server.listen()
    // The page that it still gives may hold it back; it is gone when one comes the next time.
    const fromHere = async () => {
      await page.goto(origin)
      return page.locator('script[src="/src/app/main.tsx"]').count()
    }
    await expect.poll(fromHere, { timeout: 40_000, interval: 3000 }).toBe(1)
    await page.getByRole('button', { name: 'Start a board' }).waitFor()
    expect(await versions(page)).toEqual([])
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
})

describe('over plain http in the office', () => {
  it('everything works as before, without a worker and without a word about it', async () => {
    const server = await doorsServer()
    onTestFinished(() => server.stop())
    const browser = await launchChromium('--host-resolver-rules=MAP office.test 127.0.0.1')
    onTestFinished(() => browser.close())
    const origin = `http://office.test:${server.port}`
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    await page.goto(origin)
    expect(await page.evaluate(() => isSecureContext || 'serviceWorker' in navigator)).toBe(false)
    await page.getByLabel('Name your board').fill('Corner Bakery')
    await page.getByRole('button', { name: 'Start a board' }).click()
    await page.getByRole('button', { name: 'Open the board' }).click()
    await page.getByRole('textbox').first().fill('Marian')
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await page.reload()
    await page.getByText('Saved', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
  })
})
