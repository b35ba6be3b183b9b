import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, picture, type Stage } from '../support/session-stage.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Words to find' })
const count = (page: Page) => page.locator('.find-panel-count')
const told = (page: Page) => page.locator('.find-panel [role=status]')
const selected = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector('#wall')?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.textContent) ?? null
  })

describe('finding', () => {
  let stage: Stage
  let session: TestSession

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
  })
  afterAll(() => stage?.end())

  const sit = async (name = 'Aisha'): Promise<Desk> => {
    const seat = await stage.readDesk()
    onTestFinished(() => seat.context.close())
    const desk = atDesk(seat)
    await desk.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, name)
    await desk.isIn('Post')
    await desk.isSaved()
    return desk
  }

  it('goes from hit to hit on the wall, shows each in the free part, and gives the focus back', async () => {
    const { page } = await sit()
    const composer = page.getByRole('textbox', { name: 'The next moment' })
    await composer.focus()
    await page.keyboard.press('Control+f')
    await field(page).waitFor()
    await page.keyboard.type('THE')
    await expect.poll(() => count(page).textContent()).toMatch(/^1 of [2-9]$/)
    const first = await selected(page)
    const all = Number((await count(page).textContent())?.split(' of ')[1])
    await page.keyboard.press('Enter')
    await expect.poll(() => count(page).textContent()).toBe(`2 of ${all}`)
    expect(await selected(page)).not.toBe(first)
    await expect.poll(() => told(page).textContent()).toMatch(/^Hit 2 of \d\. Moment \d+\. /)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => count(page).textContent()).toBe(`${all} of ${all}`)
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => field(page).count()).toBe(0)
    expect(await composer.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('says in a sentence that nothing has the words, and hears of what others write', async () => {
    const [ann, bo] = [await sit('Ann'), await sit('Bo')]
    await ann.page.locator('#wall').focus()
    await ann.page.keyboard.press('Control+f')
    await field(ann.page).fill('zeppelin')
    await expect.poll(() => told(ann.page).textContent()).toBe('Nothing on the wall has these words.')
    await picture(ann, 'find-none')
    await bo.adds('Sees the Zeppélin over the harbour')
    await expect.poll(() => count(ann.page).textContent()).toBe('1 found')
    await ann.page.keyboard.press('Enter')
    await expect.poll(() => selected(ann.page)).toContain('Zeppélin')
    expect(await ann.page.locator('.quick-actions').boundingBox()).toSatisfy(
      (actions: { y: number } | null) => actions !== null && actions.y >= 137 + 46,
    )
    await picture(ann, 'find')
    await ann.page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    await picture(ann, 'find-dark')
    await ann.page.keyboard.press('Escape')
    expect(await ann.page.locator('#wall').evaluate((wall) => wall === document.activeElement)).toBe(true)
  })

  it('shows the note on top of what lies in a stack, and says that it does', async () => {
    const { page, adds, press } = await sit('Eve')
    await adds('Looks at the aquarium')
    await adds('Looks at an aquarium')
    await page.getByRole('group', { name: 'Nearly the same' }).waitFor()
    await press('Stack them')
    await page.locator('#wall').focus()
    await page.keyboard.press('Control+f')
    await field(page).fill('an aquarium')
    await page.getByText('“Looks at an aquarium” lies in this stack.').waitFor()
    expect(await selected(page)).toContain('Looks at the aquarium. 1 note beneath.')
    expect(await told(page).textContent()).toContain('It lies in this stack.')
  })

  it('opens from the menu and from the list of commands, and again with its key', async () => {
    const { page } = await sit()
    await page.getByRole('button', { name: 'The practice' }).first().click()
    await page.getByRole('menuitem', { name: 'Find words' }).click()
    await field(page).waitFor()
    await page.getByRole('button', { name: 'Stop finding' }).click()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor()
    await page.keyboard.type('find words')
    await page.keyboard.press('Enter')
    await field(page).fill('desk')
    await page.locator('#wall').focus()
    await page.keyboard.press('Control+f')
    expect(
      await field(page).evaluate((element: HTMLInputElement) => [
        element === document.activeElement,
        element.selectionEnd,
      ]),
    ).toEqual([true, 4])
  })

  it('scrolls to the row in the list of a phone, and marks it', async () => {
    const seat = await stage.readPhone()
    onTestFinished(() => seat.context.close())
    const phone = onPhone(seat)
    await phone.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, 'Cy')
    await phone.isSaved()
    const { page } = seat
    await page.getByRole('button', { name: 'Menu', exact: true }).tap()
    await page.getByRole('menuitem', { name: 'Find words' }).tap()
    await field(page).fill('call next')
    const row = page.locator('.list-found')
    await row.waitFor()
    expect(await row.textContent()).toContain('A call next day')
    const inSight = () =>
      row.evaluate((element) => {
        const [box, list] = [
          element.getBoundingClientRect(),
          document.querySelector('.list-main')?.getBoundingClientRect(),
        ]
        return list !== undefined && box.top >= list.top && box.bottom <= list.bottom
      })
    await expect.poll(inSight).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await picture(seat, 'find-phone')
    await page.keyboard.press('Escape')
    await expect.poll(() => row.count()).toBe(0)
    expect(seat.complaints).toEqual([])
  })

  it('opens the page of a moment in Colour, marks its row in Choose, and is left to the browser where there is no wall', async () => {
    const seat = await stage.readPhone()
    onTestFinished(() => seat.context.close())
    const { page } = seat
    const phone = onPhone(seat)
    await phone.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, 'Di')
    await phone.isSaved()
    await session.go('colour')
    await page.getByRole('heading', { name: /^How is/ }).waitFor()
    await page.keyboard.press('Control+f')
    await field(page).fill('nurse greets')
    await page.locator('.colour-one.list-found', { hasText: 'The nurse greets them by name' }).waitFor()

    await session.go('choose')
    await page.getByRole('heading', { name: /^Which moments decide/ }).waitFor()
    await field(page).fill('said goodbye')
    await page.locator('li.list-found', { hasText: 'Is said goodbye to at the door' }).waitFor()
    await page.keyboard.press('Escape')

    await session.go('assess')
    await page.locator('.priority-head').waitFor()
    expect(
      await page.evaluate(() => {
        const event = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true })
        document.body.dispatchEvent(event)
        return event.defaultPrevented
      }),
    ).toBe(false)
    await page.getByRole('button', { name: 'Menu', exact: true }).tap()
    await page.getByText('Find looks through the wall, and this phase has none.').waitFor()
    expect(seat.complaints).toEqual([])
  })
})
