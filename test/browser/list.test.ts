import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'
import { stageOrder } from '../support/list-stages.ts'

describe('the list on a phone of 360 px', () => {
  let fixture: FixtureServer
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    fixture = await serveFixture('list')
    browser = await launchChromium()
    context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
      bypassCSP: true,
    })
  })
  afterAll(async () => {
    await browser.close()
    await fixture.close()
  })
  beforeEach(async () => {
    page = await context.newPage()
  })
  afterEach(() => page.close())

  const open = async (query: string) => {
    await page.goto(`${fixture.page}?${query}`)
    await page.locator('.list-mode, .post-list').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
  }
  const composer = () => page.getByRole('textbox', { name: 'The next moment' })
  const line = () =>
    page.evaluate(() => {
      const { live, view } = window.list.store
      return live.line().map((id) => view().moment(id)?.text ?? '')
    })

  /** Everybody takes part in every screen; who steers or looks on sees something else in these. */
  const looks = [
    ...stageOrder.map((stage) => [stage, 'participant'] as const),
    ...(['lobby', 'post', 'choose', 'votes', 'grade', 'spread', 'decide'] as const).map(
      (stage) => [stage, 'facilitator'] as const,
    ),
    ...(['post', 'choose', 'ideas', 'plan'] as const).map((stage) => [stage, 'observer'] as const),
  ]
  describe('every screen', () => {
    it.each(looks)('%s fits, reads and can be touched, for a %s', async (stage, role) => {
      await open(`stage=${stage}&role=${role}`)
      await page.locator('.list-main').waitFor()
      const beyond = await page.evaluate(() => {
        const list = document.querySelector('.list-main')
        return [document.documentElement.scrollWidth - 360, (list?.scrollWidth ?? 0) - (list?.clientWidth ?? 0)]
      })
      expect(beyond, 'nothing is wider than the screen').toEqual([0, 0])
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.list-mode :is(button, select)')]
          .filter((control) => control.offsetParent !== null && !control.classList.contains('text-button'))
          .filter(
            (control) => control.offsetHeight < 44 && getComputedStyle(control, '::after').position !== 'absolute',
          )
          .map((control) => control.outerHTML.slice(0, 120)),
      )
      expect(small, 'every target is 44 px high').toEqual([])
      expect(await axeFindings(page)).toEqual([])
    })
  })

  it('adds with Enter, keeps the focus, and puts the next one after the last', async () => {
    await open('stage=post&role=participant')
    await page.getByRole('button', { name: /^Moment 2\./ }).tap()
    await composer().fill('Hangs up their coat')
    await composer().press('Enter')
    await page.keyboard.type('Sits down')
    await page.keyboard.press('Enter')
    expect((await line()).slice(1, 4)).toEqual(['Walks in and looks for the desk', 'Hangs up their coat', 'Sits down'])
    expect(await composer().inputValue()).toBe('')
  })

  it('makes a moment of every pasted line', async () => {
    await open('stage=post&role=participant')
    await composer().focus()
    await composer().evaluate((field) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '1. Parks\n\n- Rings the bell\nWaits')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect((await line()).slice(-3)).toEqual(['Parks', 'Rings the bell', 'Waits'])
  })

  it('makes moments of the cells of a spreadsheet, with the types that they name', async () => {
    await open('stage=post&role=participant')
    await composer().focus()
    await composer().evaluate((field) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Parks\tWebsite\n"Rings\nthe bell"\tPhone\nWaits\t')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect((await line()).slice(-3)).toEqual(['Parks', 'Rings\nthe bell', 'Waits'])
    const types = await page.evaluate(() => {
      const { live, view } = window.list.store
      return live.line().map((id) => view().moment(id)?.channel)
    })
    expect(types.slice(-3)).toEqual(['website', 'phone', null])
  })

  it('makes moments of what is pasted on a row, behind that row; and none beside Post', async () => {
    const paste = (words: string) =>
      page.evaluate((text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
        return event.defaultPrevented
      }, words)
    await open('stage=post&role=participant')
    const before = await line()
    await page.getByRole('button', { name: /^More for “Walks in/ }).focus()
    expect(await paste('Parks\nRings the bell')).toBe(true)
    const at = before.findIndex((text) => text.startsWith('Walks in')) + 1
    await expect.poll(line).toEqual([...before.slice(0, at), 'Parks', 'Rings the bell', ...before.slice(at)])
    await open('stage=choose&role=facilitator')
    await page.locator('.list-main').focus()
    expect(await paste('Parks')).toBe(false)
  })

  it('keeps half-typed words and the focus when the session moves on, and keeps them for the facilitator', async () => {
    await open('stage=post&role=participant')
    await composer().fill('Finds the door')
    await page.evaluate(() => window.list.store.live.set({ phase: 'choose', vote: { state: 'open', round: 1 } }))
    await page.getByRole('heading', { name: 'Which moments decide whether they come back?' }).waitFor()
    await page.keyboard.type(' locked')
    expect(await composer().inputValue()).toBe('Finds the door locked')
    await page.getByRole('button', { name: 'Keep it for Marian to add' }).tap()
    expect(await page.evaluate(() => window.list.store.session.get().kept.map(({ text }) => text))).toEqual([
      'Finds the door locked',
    ])
    await expect.poll(() => composer().count()).toBe(0)
  })

  it('draws one row again, and no other, when somebody else changes or moves that note', async () => {
    await open('stage=post&role=participant&rows')
    const rendered = await page.evaluate(async () => {
      const { store, rendered: drawn } = window.list
      const id = store.live.line()[4]
      drawn.length = 0
      if (id === undefined) return null
      store.live.run('place-moments', { places: [{ id, place: [10, 300, 176, 120] }] })
      store.live.run('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 0, insert: 'Now ' })
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { id, drawn: [...new Set(drawn)] }
    })
    expect(rendered?.drawn).toEqual([rendered?.id])
  })

  it('moves a moment, puts it in the bin and back, by menu alone', async () => {
    await open('stage=post&role=participant')
    const choose = async (moment: RegExp, verb: string) => {
      await page.getByRole('button', { name: moment }).tap()
      await page.getByRole('menuitem', { name: verb }).tap()
    }
    const [first, second] = await line()
    await choose(/^More for “Phones to book a visit”/, 'Move down')
    expect((await line()).slice(0, 2)).toEqual([second, first])
    await choose(/^More for “Phones to book a visit”/, 'Put it in the bin')
    expect(await line()).not.toContain(first)
    await page.getByRole('button', { name: 'The bin, 1 moment' }).tap()
    await page.getByRole('button', { name: 'Put it back' }).tap()
    expect(await line()).toContain(first)
  })

  it('puts dots, says what is left, and takes one back by touching it', async () => {
    await open('stage=choose&role=participant')
    const put = 'Put a dot here: The nurse greets them by name'
    await page.getByRole('button', { name: put }).tap()
    await page.getByRole('button', { name: put }).tap()
    await page.getByText('1 dot left').waitFor()
    await page.getByRole('button', { name: /^The nurse greets them by name: 2 dots\. Take a dot back/ }).tap()
    await page.getByText('2 dots left').waitFor()
    expect(await page.evaluate(() => Object.values(window.list.store.mine.get().dots))).toEqual([1])
  })

  it('grades blind, then says that the grade is in', async () => {
    await open('stage=grade&role=participant')
    await page.getByRole('radio', { name: /Miserable/ }).check({ force: true })
    await page.getByRole('button', { name: 'Give my grade' }).tap()
    await page.getByText('Your grade is in. You can change it until the reveal.').waitFor()
  })

  it('raises an idea after a nudge, and shows it to its writer only as one that waits or is out', async () => {
    await open('stage=ideas&role=participant')
    const field = page.getByRole('textbox', { name: 'Your idea' })
    await field.fill('That will never work')
    await field.press('Enter')
    await page.getByText('This may read as closing the idea down.').waitFor()
    await field.fill('A bell that says how long it takes')
    await field.press('Enter')
    await page.locator('.idea-card-text', { hasText: 'A bell that says how long it takes' }).first().waitFor()
    expect(await field.inputValue()).toBe('')
  })

  it('has the bell and a brief answer stand one below the other', async () => {
    await open('stage=ideas&role=participant')
    await page.evaluate(() => {
      window.list.store.say('It is in the box. It is read out in Decide, without a name.')
      window.list.store.signal('bell', null)
    })
    const [bell, answer] = await Promise.all([
      page.locator('.bell-banner').boundingBox(),
      page.locator('.remark-card').boundingBox(),
    ])
    expect(answer?.y).toBeGreaterThanOrEqual((bell?.y ?? Infinity) + (bell?.height ?? 0))
    expect((answer?.y ?? Infinity) + (answer?.height ?? 0)).toBeLessThan(370)
  })

  it('fills an action by one question a screen', async () => {
    await open('stage=plan-new&role=participant')
    await page.getByRole('button', { name: 'Text people before they leave home when we run late' }).tap()
    const next = () => page.getByRole('button', { name: 'Next question' }).tap()
    await next()
    await page.getByRole('textbox', { name: 'First small step' }).fill('Tom writes two texts')
    await next()
    await page.getByRole('button', { name: 'I take it' }).tap()
    await next()
    await page.locator('input[type=date]').fill('2026-12-04')
    await next()
    await page.getByRole('radio', { name: 'Neutral' }).check({ force: true })
    await next()
    await page.getByRole('button', { name: 'I agree' }).tap()
    const [action] = await page.evaluate(() => window.list.store.records.actions.all())
    expect(action).toMatchObject({
      text: 'Text people before they leave home when we run late',
      firstStep: 'Tom writes two texts',
      owner: { name: 'participant' },
      due: '2026-12-04',
      target: 'neutral',
    })
    expect(action?.agreed).toHaveLength(1)
  })
})
