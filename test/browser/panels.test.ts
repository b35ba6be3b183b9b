import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'

let fixture: FixtureServer
let browser: Browser

beforeAll(async () => {
  fixture = await serveFixture('panels')
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await fixture.close()
})

async function visit(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(10_000)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${fixture.page}?${query}`)
  await page.locator('.top-bar').waitFor()
  await page.locator('#question, .phase-workspace').first().waitFor()
  return page
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first()
const composer = (page: Page) => page.getByRole('textbox', { name: 'The next moment' })
const records = (page: Page) =>
  page.evaluate(() => window.desk.store.live.line().map((id) => window.desk.store.records.moments.get(id)))
const moments = async (page: Page) => (await records(page)).map((moment) => moment?.text)
const move = (page: Page, phase: string) =>
  page.evaluate((to) => window.desk.store.live.set({ phase: to as 'post', vote: { state: 'none' } }), phase)
const session = (page: Page) => page.evaluate(() => window.desk.store.session.get())

describe('the lobby', () => {
  it('S3: refuses to open the wall without a why, in words, and opens it with the sample', async () => {
    const page = await visit('phase=lobby&why=')
    const open = button(page, 'Open the wall for everybody')
    expect(await open.getAttribute('aria-disabled')).toBe('true')
    await open.click({ force: true })
    expect((await session(page)).phase).toBe('lobby')
    await page.getByText('Write down why this matters to us first.').first().waitFor()
    await button(page, 'Use the sample text').click()
    await expect.poll(() => open.getAttribute('aria-disabled')).toBeNull()
    await open.click()
    await composer(page).waitFor()
  })

  it('lets a participant say that the why makes sense, and take it back', async () => {
    const page = await visit('phase=lobby&role=participant')
    const sense = button(page, 'That makes sense to me')
    await sense.click()
    await expect.poll(() => sense.getAttribute('aria-pressed')).toBe('true')
    await sense.click()
    await expect.poll(() => sense.getAttribute('aria-pressed')).toBe('false')
  })

  it('says who has the link where this device doesn’t, and renews only after a plain word', async () => {
    const page = await visit('phase=lobby&unknown')
    await page.getByText('This device does not know the participant link.').waitFor()
    await button(page, 'Renew').click()
    expect(await page.evaluate(() => window.desk.renewed)).toEqual([])
    await button(page, 'Renew it').click()
    expect(await page.evaluate(() => window.desk.renewed)).toEqual(['participant'])
  })
})

describe('the composer', () => {
  it('adds by Enter and keeps the focus', async () => {
    const page = await visit('phase=post&role=participant')
    await composer(page).fill('Finds somewhere to park')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Pays for the parking')
    await page.keyboard.press('Enter')
    expect((await moments(page)).slice(-2)).toEqual(['Finds somewhere to park', 'Pays for the parking'])
    expect(await composer(page).inputValue()).toBe('')
  })

  it('makes a moment of each pasted line, in their order', async () => {
    const page = await visit('phase=post')
    await composer(page).evaluate((field) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '- Parks\r\n\r\n2. Looks for the door\nRings')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect((await moments(page)).slice(-3)).toEqual(['Parks', 'Looks for the door', 'Rings'])
  })

  it('asks for what nobody has thought of, and the next note starts with it', async () => {
    const page = await visit('phase=post')
    await button(page, 'Add one').click()
    await composer(page).fill('Sees our advert')
    await page.keyboard.press('Enter')
    expect((await records(page)).at(-1)?.channel).toBe('web-conference')
  })

  it('M6: keeps half-typed words and the focus when the session moves, and offers them back when they come too late', async () => {
    const page = await visit('phase=post&role=participant')
    await composer(page).fill('Finds the door locked')
    await move(page, 'colour')
    await page.getByRole('heading', { name: /How is the customer met/ }).waitFor()
    expect(await composer(page).inputValue()).toBe('Finds the door locked')
    expect(await composer(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await move(page, 'choose')
    await page.keyboard.type(' at nine')
    await page.keyboard.press('Enter')
    await page.getByText('The wall had just closed for new moments').first().waitFor()
    await button(page, 'Keep it for Marian to add').click()
    await expect
      .poll(async () => (await session(page)).kept.map(({ text }) => text))
      .toEqual(['Finds the door locked at nine'])
  })
})

describe('the pens', () => {
  it('give the selected notes their type, and are held where nothing is selected', async () => {
    const page = await visit('phase=colour')
    await button(page, /^Email/).click()
    expect(await button(page, /^Email/).getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('.colour-tray').getByRole('radio').count()).toBe(1)
    await page.locator('#wall').focus()
    await page.keyboard.press('ArrowRight')
    await button(page, /^Website/).click()
    const [first] = await records(page)
    expect([first?.channel, first?.setting]).toEqual(['website', 'broadcast'])
  })

  it('refuse a letter that is taken, in words', async () => {
    const page = await visit('phase=colour')
    await button(page, 'Own').click()
    await page.getByRole('textbox', { name: 'What is it called?' }).fill('Delivery van')
    await page.getByRole('textbox', { name: 'Its letter on the notes' }).fill('f')
    await button(page, 'Add it').click()
    await page.getByText('The letter F is taken. Choose another one.').waitFor()
    await page.getByRole('textbox', { name: 'Its letter on the notes' }).fill('d')
    await button(page, 'Add it').click()
    await button(page, /^Delivery van/).waitFor()
  })
})

describe('the vote', () => {
  it('closes after a second of holding, and "Not yet" takes it back', async () => {
    const page = await visit('phase=choose')
    const box = await button(page, 'Hold to close the vote').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 15)
    await page.mouse.down()
    await page.waitForTimeout(1200)
    await page.mouse.up()
    await button(page, 'Not yet').click()
    await button(page, 'Hold to close the vote').waitFor()
    expect((await session(page)).closing).toBeNull()
  })

  it('V2: refuses six in a sentence, asks for a reason for two, and keeps four', async () => {
    const page = await visit('phase=choose&vote=closed')
    await page.getByText('tie for third place with 4 dots each').waitFor()
    await button(page, 'Change').click()
    const boxes = page.getByRole('dialog').getByRole('checkbox')
    await boxes.nth(4).check({ force: true })
    await boxes.nth(5).check({ force: true })
    await page
      .getByRole('dialog')
      .getByText('Five at most, so that you finish them. Which one can wait?')
      .first()
      .waitFor()
    expect(await button(page, 'Keep these six').getAttribute('aria-disabled')).toBe('true')
    for (const at of [2, 3, 4, 5]) await boxes.nth(at).uncheck({ force: true })
    await page.getByRole('dialog').getByText('Two is fewer than usual.').first().waitFor()
    await page.getByRole('textbox', { name: 'The reason' }).fill('We are two people.')
    await button(page, 'Keep these two').click()
    expect((await session(page)).shortlist).toMatchObject({ reason: 'We are two people.' })
  })

  it('lets nobody but the facilitator see what only the facilitator may do', async () => {
    const page = await visit('phase=choose&vote=closed&role=participant')
    await page.getByRole('heading', { name: 'The vote is closed.' }).waitFor()
    for (const name of ['Change', /^Keep/, /^Next/]) expect(await page.getByRole('button', { name }).count()).toBe(0)
  })
})

const screens = ['lobby', 'post', 'colour', 'choose', 'closed'] as const

/** Moves the session of an open page to another screen: quicker than opening it anew. */
async function show(page: Page, screen: (typeof screens)[number]): Promise<void> {
  await page.evaluate((to) => {
    const { live } = window.desk.store
    const totals = Object.fromEntries([6, 5, 4, 4, 2].map((ticks, at) => [live.line()[at] ?? '', ticks]))
    const closed = { state: 'closed', round: 1, ballots: 8, totals } as const
    const vote = to === 'closed' ? closed : ({ state: 'open', round: 1 } as const)
    live.set({ phase: to === 'closed' ? 'choose' : to, vote })
  }, screen)
  await page.locator('#question').waitFor()
  await page.waitForTimeout(300)
}

describe('every screen', () => {
  it.each(['facilitator', 'participant', 'observer'])('has one filled button at most for a %s', async (role) => {
    const page = await visit(`phase=lobby&role=${role}`)
    for (const screen of screens) {
      await show(page, screen)
      const filled = await page.locator('.button-primary').filter({ visible: true }).allTextContents()
      expect(filled.length, `${screen}: ${filled.join(', ')}`).toBeLessThanOrEqual(1)
    }
  })

  it('L1: gives an observer nothing to write with, and says whom to ask', async () => {
    const page = await visit('phase=lobby&role=observer')
    for (const screen of screens) {
      await show(page, screen)
      await page.getByRole('note').filter({ hasText: 'You are looking on', visible: true }).first().waitFor()
      expect(await page.getByRole('textbox').count(), screen).toBe(0)
      expect(await page.getByRole('toolbar').count(), screen).toBe(0)
    }
  })

  it('shows who looks on no button that would only refuse', async () => {
    const page = await visit('phase=post&role=observer')
    expect(await button(page, 'Share').count()).toBe(0)
    await button(page, /About this board|Harbour/).click()
    await page.getByRole('menuitem', { name: 'How a session runs' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Settings' }).count()).toBe(0)
  })

  it.each(['ideas', 'decide', 'plan'])('takes a participant’s word for being ready in %s', async (phase) => {
    const page = await visit('phase=lobby&role=participant')
    await page.evaluate((to) => {
      const { live } = window.desk.store
      const moments = live.line().slice(0, 3)
      live.set({ phase: to as 'ideas', shortlist: { moments, reason: '' }, focus: moments[0] ?? null })
    }, phase)
    await button(page, 'I’m ready').click()
    await button(page, 'Not ready yet').waitFor()
  })

  it.each(['light', 'dark'] as const)('has nothing for axe to find in %s', async (colorScheme) => {
    const page = await visit('phase=lobby', { bypassCSP: true, colorScheme })
    for (const screen of screens) {
      await show(page, screen)
      expect(await axeFindings(page), screen).toEqual([])
    }
  })

  it.each([
    ['Share', 'Bring people in'],
    [/^People/, /^People/],
  ] as const)('opens a dialog that axe has nothing to say about, and gives the focus back: %s', async (name, title) => {
    const page = await visit('phase=post', { bypassCSP: true })
    await button(page, name).click()
    await page.getByRole('dialog', { name: title }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(await button(page, name).evaluate((opener) => opener === document.activeElement)).toBe(true)
  })

  it('says beside the code what newcomers need, as the door stands', async () => {
    const page = await visit('phase=post')
    await button(page, 'Share').click()
    const door = (doorOpen: boolean, passphrase: boolean) =>
      page.evaluate(
        ([isOpen, asks]) => {
          const { people } = window.desk.store
          people.set({ ...people.get(), doorOpen: isOpen, terms: { ...people.get().terms, passphrase: asks } })
        },
        [doorOpen, passphrase] as const,
      )
    await page.getByText('They type a first name and are on the wall.').waitFor()
    await door(true, true)
    await page.getByText('They type the passphrase and a first name, and are on the wall.').waitFor()
    await door(false, true)
    await page.getByText('The door is closed: nobody new comes in.').waitFor()
  })

  it('lets the map of the wall cover no bar of the closed vote', async () => {
    const page = await visit('phase=choose&vote=closed')
    const [bars, map] = await Promise.all([page.locator('.tray').boundingBox(), page.locator('.minimap').boundingBox()])
    expect((map?.y ?? Infinity) + (map?.height ?? 0)).toBeLessThanOrEqual(bars?.y ?? 0)
    expect((bars?.x ?? 0) + (bars?.width ?? Infinity)).toBeLessThanOrEqual(1280 - 12)
  })

  it('fits 1024 px', async () => {
    const page = await visit('phase=colour', { viewport: { width: 1024, height: 768 } })
    const tray = await page.locator('.colour-tray').boundingBox()
    expect(tray?.x).toBeGreaterThanOrEqual(0)
    expect((tray?.x ?? 0) + (tray?.width ?? 0)).toBeLessThanOrEqual(1024)
    await page.getByText('2 of 7 Colour').waitFor()
  })
})
