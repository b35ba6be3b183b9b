import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { doorsServer } from '../support/doors-server.ts'

const desktop = { viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } satisfies BrowserContextOptions

let server: Awaited<ReturnType<typeof doorsServer>>
let browser: Browser

beforeAll(async () => {
  server = await doorsServer()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function visit(options: BrowserContextOptions = desktop): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  onTestFinished(() => context.close())
  return { context, page: await context.newPage() }
}

async function newBoard(facts: object = {}) {
  const response = await fetch(`${server.origin}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Harbour Street Dental', why: 'They tell their friends about us.', ...facts }),
  })
  return (await response.json()) as { id: string; links: Record<'facilitator' | 'participant' | 'observer', string> }
}

/** A board that nobody made, and a key that nobody was given. */
const nowhere = (link: string) => link.replace(/\/b\/\w+#./, '/b/abcdefghijkm#')

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe('starting a board', () => {
  it('takes a name and Enter, and gives three links and a code', async () => {
    const { page } = await visit()
    await page.goto(server.origin)
    await page.getByLabel('Name your board').fill('Corner Bakery')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Corner Bakery is ready.' }).waitFor()
    await page.getByRole('img', { name: /^Code that opens/ }).waitFor()
    expect(await page.getByRole('button', { name: /^Copy:/ }).count()).toBe(3)
    await page.getByRole('button', { name: 'Open the board' }).click()
    await page.getByRole('button', { name: 'Go in' }).waitFor()
    expect(page.url()).toMatch(/\/b\/[a-z0-9]{12}#[\w-]{27}$/)
  })

  it('asks for a name in words, and keeps what was typed when the server is away', async () => {
    const { context, page } = await visit()
    await page.goto(server.origin)
    await page.getByRole('button', { name: 'Start a board' }).click()
    await page.getByText('Give the board a name first.').waitFor()
    await context.setOffline(true)
    await page.getByLabel('Name your board').fill('Corner Bakery')
    await page.getByRole('button', { name: 'Start a board' }).click()
    await page.getByText('The server did not answer.').waitFor()
    expect(await page.getByLabel('Name your board').inputValue()).toBe('Corner Bakery')
  })
})

describe('joining', () => {
  it('takes one tap on a phone, and a reload needs none', async () => {
    const { page } = await visit(phone)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const { links } = await newBoard()
    await page.goto(links.participant)
    await page.getByRole('heading', { name: 'Harbour Street Dental' }).waitFor()
    expect(await page.getByLabel('Your first name').inputValue()).toMatch(/^\w+ \w+$/)
    expect(await overflow(page)).toBe(0)
    await page.getByRole('button', { name: 'Join' }).tap()
    await page.getByRole('button', { name: 'Join' }).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('Harbour Street Dental').first().waitFor()
    expect(await page.getByLabel('Your first name').count()).toBe(0)
    const secret = links.participant.split('#')[1] ?? 'none'
    expect(asked.filter((url) => (url.split('#')[0] ?? '').includes(secret))).toEqual([])
  })

  it('remembers the name for the next board', async () => {
    const { page } = await visit(phone)
    const [first, second] = [await newBoard(), await newBoard({ title: 'Corner Bakery' })]
    await page.goto(first.links.participant)
    await page.getByLabel('Your first name').fill('Aisha')
    await page.getByRole('button', { name: 'Join' }).tap()
    await page.getByRole('button', { name: 'Join' }).waitFor({ state: 'detached' })
    await page.goto(second.links.participant)
    expect(await page.getByLabel('Your first name').inputValue()).toBe('Aisha')
  })

  it('with a pasted link leads from the first page to the door', async () => {
    const { page } = await visit()
    const { links } = await newBoard()
    await page.goto(server.origin)
    await page.getByRole('button', { name: 'Join a board' }).click()
    await page.getByLabel('Paste the link').fill('my board')
    await page.keyboard.press('Enter')
    await page.getByText('That does not look like a link to a board.').waitFor()
    await page.getByLabel('Paste the link').fill(links.observer)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Look on' }).waitFor()
  })
})

describe('the boards of this device', () => {
  it('are forgotten one by one, with all that the device keeps of them, once it was said what goes with them', async () => {
    const { context, page } = await visit({ ...desktop, bypassCSP: true })
    const { id, links } = await newBoard()
    await page.goto(links.participant)
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('Saved', { exact: true }).first().waitFor()
    await page.goto(server.origin)
    await page.getByLabel('Name your board').fill('Corner Bakery')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Corner Bakery is ready.' }).waitFor()
    await page.goto(server.origin)
    const keeps = () =>
      page.evaluate(async (board) => {
        const shelf = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open('momentous-boards')
          opening.addEventListener('success', () => resolve(opening.result))
        })
        const counting = shelf.transaction('confirmed').objectStore('confirmed').index('board').count(board)
        const count = await new Promise((resolve) =>
          counting.addEventListener('success', () => resolve(counting.result)),
        )
        shelf.close()
        return [count, JSON.stringify(Object.entries(localStorage)).includes(board)] as const
      }, id)
    await expect.poll(keeps).toEqual([expect.any(Number), true])
    await page.getByRole('button', { name: 'Forget Corner Bakery on this device' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('without it you can’t steer the board any more').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Forget Harbour Street Dental on this device' }).click()
    await dialog.getByText('To come back you need its link again.').waitFor()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await dialog.getByRole('button', { name: 'Copy my link' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(links.participant)
    await dialog.getByRole('button', { name: 'Forget it' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: /^Forget/ }).count()).toBe(1)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('On this device')
    expect(await keeps()).toEqual([0, false])
  })
})

describe('a dead link says what to do', () => {
  it.each([
    ['a letter that is missing', (link: string) => link.slice(0, -1), 'This link does not open the board.'],
    ['no token', (link: string) => link.split('#')[0] ?? '', 'A piece of this link is missing.'],
    ['no such board', nowhere, 'There is no board here.'],
  ])('%s', async (_what, damage, title) => {
    const { page } = await visit()
    const { links } = await newBoard()
    await page.goto(damage(links.participant))
    await page.getByRole('heading', { name: title }).waitFor()
  })

  it('and tries again when the server comes back', async () => {
    const { page } = await visit()
    const { links } = await newBoard()
    await page.route('**/door', (route) => route.abort())
    await page.goto(links.participant)
    await page.getByRole('heading', { name: 'The server does not answer.' }).waitFor()
    await page.unroute('**/door')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByLabel('Your first name').waitFor()
  })
})

describe('a page that comes in pieces', () => {
  it('says so when a piece can’t be fetched, and loads again', async () => {
    const { page } = await visit()
    await page.route('**/assets/HomePage-*.js', (route) => route.abort())
    await page.goto(server.origin)
    await page.getByRole('heading', { name: 'This part of the page could not be loaded.' }).waitFor()
    await page.unroute('**/assets/HomePage-*.js')
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.getByLabel('Name your board').waitFor()
  })
})

describe('the first page by keyboard', () => {
  it('opens and closes its dialog and gets the focus back', async () => {
    const { page } = await visit()
    await page.goto(server.origin)
    const how = page.getByRole('button', { name: 'How a session runs' })
    await how.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'How a session runs' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await how.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('keeps the chosen light or dark on this device', async () => {
    const { page } = await visit()
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    await page.goto(server.origin)
    await page.getByRole('button', { name: 'Switch to dark' }).click()
    expect(await theme()).toBe('dark')
    await page.reload()
    expect(await theme()).toBe('dark')
  })
})

describe.each([
  ['1280 px', desktop],
  ['360 px', phone],
])('axe finds nothing at %s', (_name, size) => {
  it.each(['light', 'dark'] as const)('in %s, and nothing scrolls sideways', async (colorScheme) => {
    const { page } = await visit({ ...size, colorScheme, bypassCSP: true })
    const found: string[] = []
    const look = async (screen: string) => {
      found.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`))
      if ((await overflow(page)) > 0) found.push(`${screen}: scrolls sideways`)
    }
    const { links } = await newBoard()
    await page.goto(server.origin)
    await page.getByRole('button', { name: 'Add the why' }).click()
    await page.getByRole('button', { name: 'Join a board' }).click()
    await look('home')
    await page.getByRole('button', { name: 'How a session runs' }).click()
    await page.getByRole('dialog').waitFor()
    await look('how a session runs')
    await page.keyboard.press('Escape')
    await page.getByLabel('Name your board').fill('Corner Bakery')
    await page.getByRole('button', { name: 'Start a board' }).click()
    await page.getByRole('img', { name: /^Code that opens/ }).waitFor()
    await look('created')
    await page.goto(links.participant)
    await page.getByLabel('Your first name').waitFor()
    await look('join')
    await page.goto(nowhere(links.participant))
    await page.getByRole('heading', { name: 'There is no board here.' }).waitFor()
    await look('dead link')
    expect(found).toEqual([])
  })
})
