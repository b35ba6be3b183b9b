import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Stage } from '../support/session-stage.ts'

const NOTE = 'The dentist explains'
const wall = (page: Page) => page.getByRole('application')
const menu = (page: Page) => page.getByRole('menu')

interface Shift {
  readonly value: number
  readonly hadRecentInput: boolean
  /** What moved. */
  readonly of: string
}

/** What opens over the wall, and how somebody opens it. Each begins with the note selected and the wall in focus. */
const openings: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a selected note with its buttons': async (page) => {
    await page.getByRole('toolbar', { name: 'What to do with it' }).waitFor()
  },
  'a note that is typed into': async (page) => {
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Text of this moment' }).waitFor()
  },
  'the menu of a note': async (page) => {
    await page.keyboard.press('F2')
    await menu(page).waitFor()
  },
  'contact type and paper': (page) => choose(page, 'Contact type and paper'),
  'the kind of a note': (page) => choose(page, 'Kind'),
  'how long it takes': (page) => choose(page, 'About how long'),
  'what arranges': (page) => choose(page, 'Arrange'),
  'the menu of the bare wall': async (page) => {
    await page.mouse.click(640, 620, { button: 'right' })
    await menu(page).waitFor()
  },
  'the pens': (page) => take(page, 'p'),
  'the eraser': (page) => take(page, 'e'),
  'the buttons of an area, and its colours': async (page) => {
    await page.keyboard.press('f')
    await page.mouse.move(700, 590)
    await page.mouse.down()
    await page.mouse.move(980, 660, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.type('Waiting')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Colour' }).first().click()
  },
  'the field for what is to be found': async (page) => {
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: /find/i }).waitFor()
  },
  'the shortcuts': async (page) => {
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('With the pointer').waitFor()
  },
  'the list of commands': async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
  },
}

async function choose(page: Page, row: string): Promise<void> {
  await page.keyboard.press('F2')
  await menu(page).getByRole('menuitem', { name: row }).click()
  await page.waitForTimeout(150)
}

async function take(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator('.pen-tray').waitFor()
}

describe('what opens over the wall', () => {
  let stage: Stage
  let session: TestSession
  let desk: Desk

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
    const seat = await stage.readDesk()
    await seat.context.addInitScript(() => {
      const shifts: Shift[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as (Shift & { sources: { node: Element | null }[] })[]) {
          const of = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 200)).join('\n')
          shifts.push({ value: entry.value, hadRecentInput: entry.hadRecentInput, of })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    desk = atDesk(seat)
    await desk.join(session.link('facilitator'), 'Marian')
    await desk.isIn('Post')
    await desk.isSaved()
    await desk.page.locator('.minimap').waitFor()
  })
  afterAll(() => stage?.end())

  const moved = async () => {
    const shifts = await desk.page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)
    const bySelf = shifts.filter(({ hadRecentInput }) => !hadRecentInput)
    return { by: bySelf.reduce((sum, { value }) => sum + value, 0), what: bySelf.map(({ of }) => of).join('\n') }
  }
  const afresh = async () => {
    for (let times = 0; times < 3; times++) await desk.page.keyboard.press('Escape')
    await desk.page.keyboard.press('v')
    await wall(desk.page).focus()
    await desk.page.keyboard.press('Home')
    await desk.selects(NOTE)
    await desk.page.waitForTimeout(250)
  }

  it.each(Object.entries(openings))('%s: axe finds nothing, in light and in dark', async (_name, open) => {
    await afresh()
    await open(desk.page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await desk.page.emulateMedia({ colorScheme })
      expect(await axeFindings(desk.page)).toEqual([])
    }
    await desk.page.emulateMedia({ colorScheme: 'light' })
    expect(desk.complaints).toEqual([])
  })

  it('what a screen reader is pointed at has a name, and nothing painted is read', async () => {
    await afresh()
    const { page } = desk
    const pointed = await wall(page).getAttribute('aria-activedescendant')
    const row = page.getByRole('listitem', { name: new RegExp(`^Moment \\d+ of \\d+\\. ${NOTE}`) })
    expect(await row.getAttribute('id')).toBe(pointed)
    const line = await page.context().newCDPSession(page)
    const { nodes } = await line.send('Accessibility.getFullAXTree')
    expect(nodes.filter(({ ignored, role }) => !ignored && role?.value === 'Canvas')).toEqual([])
  })

  it('nothing in the page has jumped by itself all the while', async () => {
    const { by, what } = await moved()
    expect(by, what).toBeLessThan(0.02)
  })

  it('colours that the system forces leave what is chosen to be told from the rest', async () => {
    await afresh()
    await desk.page.emulateMedia({ forcedColors: 'active' })
    const ground = (name: string) =>
      desk.page
        .getByRole('button', { name, exact: true })
        .first()
        .evaluate((button) => getComputedStyle(button).backgroundColor)
    expect(await ground('Select')).not.toBe(await ground('Hand'))
    expect(await axeFindings(desk.page)).toEqual([])
    await desk.page.emulateMedia({ forcedColors: 'none' })
  })
})
