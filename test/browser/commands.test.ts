import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, picture, type Seat, type Stage } from '../support/session-stage.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'What do you want to do?' })
const options = (page: Page) => page.getByRole('listbox').getByRole('option')
const dialogs = (page: Page) => page.locator('dialog[open]').count()

describe('commands and shortcuts', () => {
  let stage: Stage
  let session: TestSession

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
  })
  afterAll(() => stage?.end())

  const sit = async (role: 'facilitator' | 'participant' | 'observer', name = 'Aisha'): Promise<Desk> => {
    const seat = await stage.readDesk()
    onTestFinished(() => seat.context.close())
    const desk = atDesk(seat)
    await desk.join(`${stage.origin}/b/${session.board}#${session.tokens[role]}`, name)
    await desk.isIn('Post')
    await desk.isSaved()
    return desk
  }
  const opens = async (page: Page) => {
    await page.keyboard.press('Control+k')
    await field(page).waitFor()
  }

  it('are found by typing, walked with the arrows and done with Enter; the focus goes back', async () => {
    const { page } = await sit('facilitator', 'Marian')
    const composer = page.getByRole('textbox', { name: 'The next moment' })
    await composer.focus()
    await opens(page)
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('pen')
    const chosen = async () => {
      const id = await field(page).getAttribute('aria-activedescendant')
      return page.locator(`[id="${id}"]`).textContent()
    }
    expect(await chosen()).toContain('Take the tool: Pen')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toContain('Take the tool: Pen')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Pen', exact: true, pressed: true }).waitFor()
    expect(await dialogs(page)).toBe(0)
    await opens(page)
    await page.keyboard.press('Escape')
    expect(await dialogs(page)).toBe(0)
  })

  it('open dialogs, change the theme and go over to the list and back', async () => {
    const { page } = await sit('facilitator', 'Marian')
    const does = async (words: string) => {
      await opens(page)
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
    }
    for (const [words, heading] of [
      ['export', 'Take the form home'],
      ['timer', 'Timer'],
      ['settings', 'Settings'],
      ['keyboard', 'Keyboard shortcuts'],
    ] as const) {
      await does(words)
      await page.locator('dialog[open]').getByRole('heading', { name: heading }).waitFor()
      await page.keyboard.press('Escape')
    }
    await does('switch to dark')
    await page.locator('[data-theme="dark"]').waitFor()
    await does('show the list')
    await page.locator('.list-main').waitFor()
    await does('show the wall')
    await page.getByRole('application').waitFor()
  })

  it('that can’t be done now stand last and say why, also when they are pressed', async () => {
    const { page } = await sit('participant')
    await opens(page)
    await page.keyboard.type('next: colour')
    expect(await options(page).count()).toBe(1)
    const why = await options(page).first().textContent()
    await page.keyboard.press('Enter')
    const said = await page.locator('dialog[open]').getByRole('alert').textContent()
    expect(said).toMatch(/facilitator/)
    expect(why).toContain(said)
    await field(page).fill('no such thing at all')
    await page.getByText('No command has these words.').waitFor()
  })

  it('open over no other dialog, and one dialog never lies over another', async () => {
    const { page } = await sit('facilitator', 'Marian')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.press('?')
    await page.waitForTimeout(300)
    expect(await dialogs(page)).toBe(1)
    expect(await field(page).count()).toBe(0)
  })

  it('ask again before what can’t be taken back', async () => {
    await session.go('choose')
    const desk = atDesk(await stage.readDesk())
    onTestFinished(() => desk.context.close())
    await desk.join(`${stage.origin}/b/${session.board}#${session.tokens.facilitator}`, 'Marian')
    await desk.isIn('Choose')
    const { page } = desk
    await opens(page)
    await page.keyboard.type('close the vote')
    await page.keyboard.press('Enter')
    await options(page).first().getByText('Press again').waitFor()
    expect(await dialogs(page)).toBe(1)
    await page.waitForTimeout(4300)
    expect(await options(page).first().textContent()).toContain('Close the vote')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page
      .getByText(/^The vote closes in/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Not yet' }).click()
    await session.go('post')
  })

  it('single keys are off in text, and can be switched off altogether, on this device', async () => {
    const { page } = await sit('participant')
    const composer = page.getByRole('textbox', { name: 'The next moment' })
    await composer.fill('')
    await composer.press('?')
    expect([await composer.inputValue(), await dialogs(page)]).toEqual(['?', 0])
    await composer.fill('')
    const wall = page.getByRole('application')
    await wall.focus()
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
    await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).uncheck({ force: true })
    await page.keyboard.press('Escape')
    await page.reload()
    await wall.focus()
    for (const key of ['?', 'p', 'Shift+L']) await page.keyboard.press(key)
    await page.waitForTimeout(300)
    expect(await dialogs(page)).toBe(0)
    expect(await page.getByRole('button', { name: 'Pen', exact: true, pressed: true }).count()).toBe(0)
    expect(await wall.count()).toBe(1)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    expect(await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).isChecked()).toBe(false)
    await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).check({ force: true })
    await page.keyboard.press('Escape')
    await wall.focus()
    await page.keyboard.press('p')
    await page.getByRole('button', { name: 'Pen', exact: true, pressed: true }).waitFor()
  })

  it('look as they should, in light and dark, on a desk and a phone: axe finds nothing, nothing is too wide', async () => {
    const desk = await sit('facilitator', 'Marian')
    const phone = onPhone(await stage.readPhone())
    onTestFinished(() => phone.context.close())
    await phone.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, 'Tom')
    await phone.isSaved()
    const found: string[] = []
    const look = async (seat: Seat, name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await seat.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await picture(seat, `${name}-${colorScheme}`)
        found.push(...(await axeFindings(seat.page)).map((finding) => `${name}, ${colorScheme}: ${finding}`))
        const beyond = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (beyond > 0) found.push(`${name}, ${colorScheme}: ${beyond} px too wide`)
      }
    }
    await desk.page.getByRole('application').focus()
    await desk.page.keyboard.press('?')
    await desk.page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
    await look(desk, 'shortcuts-1280')
    await desk.page.keyboard.press('Escape')
    await opens(desk.page)
    await look(desk, 'commands-1280')
    for (const [entry, name] of [
      ['Find a command', 'commands-360'],
      ['Keyboard shortcuts', 'shortcuts-360'],
    ] as const) {
      await phone.page.getByRole('button', { name: 'Menu' }).click()
      await phone.page.getByRole('menuitem', { name: entry }).click()
      await phone.page.locator('dialog[open]').waitFor()
      await look(phone, name)
      await phone.page.getByRole('button', { name: 'Close' }).click()
    }
    expect(found).toEqual([])
    expect([...desk.complaints, ...phone.complaints]).toEqual([])
  })
})
