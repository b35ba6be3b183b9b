import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Seat } from './session-stage.ts'

/** Somebody at a desk: says what a person does, in the words that stand on the screen. */
export interface Desk extends Seat {
  press(name: string | RegExp): Promise<void>
  /** Holds a button for longer than a second. */
  hold(name: string | RegExp): Promise<void>
  pick(name: string | RegExp): Promise<void>
  write(field: string | RegExp, words: string): Promise<void>
  sees(words: string | RegExp): Promise<void>
  seesNot(words: string | RegExp): Promise<void>
  /** Types a moment and presses Enter. */
  adds(words: string): Promise<void>
  seesOnWall(words: string): Promise<void>
  /** The three links of a new board, as the copy buttons put them on the clipboard. */
  linksOnPage(): Promise<{ participant: string; observer: string; facilitator: string }>
  /** The moments in order, as the wall tells a screen reader. */
  wall(): Promise<string[]>
  /** Walks the wall with the arrow keys until the moment is selected. */
  selects(words: string): Promise<void>
  /** Gives the moment a dot: on the wall by its key, in the list by its button. */
  puts(words: string): Promise<void>
  /** Settles the priority in hand, and goes on. */
  pickTeamsGrade(grade: string): Promise<void>
  raises(idea: string): Promise<void>
  builds(idea: string, words: string): Promise<void>
  judges(idea: string, verdict: string): Promise<void>
  /** Saves the form through the dialog and answers the file. */
  savesForm(kind: string, button: string): Promise<Buffer>
  /** Waits until everything is on the server's disk. */
  isSaved(): Promise<void>
  /** Waits until the step in the top bar is the current one. */
  isIn(phase: string): Promise<void>
  join(link: string, name: string, workplace?: string): Promise<void>
}

async function holdFor(page: Page, button: Locator): Promise<void> {
  const box = await button.boundingBox()
  if (box === null) throw new Error('There is nothing to hold.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.waitForTimeout(1150)
  await page.mouse.up()
}

export function atDesk(seat: Seat): Desk {
  const { page } = seat
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
  return {
    ...seat,
    press: (name) => button(name).click(),
    hold: async (name) => {
      await button(name).waitFor()
      await holdFor(page, button(name))
    },
    pick: (name) => page.getByRole('radio', { name }).first().check({ force: true }),
    write: (field, words) => page.getByRole('textbox', { name: field }).filter({ visible: true }).first().fill(words),
    sees: (words) => page.getByText(words).first().waitFor({ state: 'attached' }),
    seesNot: async (words) => expect(await page.getByText(words).count()).toBe(0),
    async adds(words) {
      await page.getByRole('textbox', { name: 'The next moment' }).fill(words)
      await page.keyboard.press('Enter')
    },
    seesOnWall: (words) =>
      page.getByRole('list', { name: 'Moments in order' }).getByText(words).waitFor({ state: 'attached' }),
    async linksOnPage() {
      await seat.context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const copied = async (row: string) => {
        await page.getByRole('listitem').filter({ hasText: row }).getByRole('button').click()
        return page.evaluate(() => navigator.clipboard.readText())
      }
      return {
        participant: await copied('Participant link'),
        observer: await copied('Observer link'),
        facilitator: await copied('Your link'),
      }
    },
    async selects(words) {
      const wall = page.getByRole('application')
      await wall.focus()
      // The first picture of the wall is there before what tells of it.
      await page.getByRole('list', { name: 'Moments in order' }).waitFor({ state: 'attached' })
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press(step < 20 ? 'ArrowRight' : 'ArrowLeft')
        const id = await wall.getAttribute('aria-activedescendant')
        if (id !== null && (await page.locator(`#${id}`).textContent())?.includes(words)) return
      }
      throw new Error(`No arrow key leads to “${words}”.`)
    },
    async puts(words) {
      if ((await page.getByRole('application').count()) > 0) {
        await this.selects(words)
        await page.keyboard.press('Enter')
      } else await button(`Put a dot here: ${words}`).click()
    },
    async pickTeamsGrade(grade) {
      await page.getByRole('group', { name: 'The team’s grade' }).getByText(grade, { exact: true }).click()
      await button(/^Settle/).click()
    },
    async raises(idea) {
      await page.getByRole('textbox', { name: 'Your idea' }).fill(idea)
      await button('Add idea').click()
    },
    async builds(idea, words) {
      const card = page.getByRole('article').filter({ hasText: idea })
      await card.getByRole('button', { name: 'Yes, and' }).click()
      await card.getByRole('textbox').fill(words)
      await page.keyboard.press('Enter')
    },
    async judges(idea, verdict) {
      const card = page.getByRole('article').filter({ hasText: idea })
      if ((await card.getByRole('button', { name: verdict }).count()) === 0) await card.getByText(idea).first().click()
      await card.getByRole('button', { name: verdict }).click()
    },
    async savesForm(kind, name) {
      await button('Export').click()
      await page.getByRole('radio', { name: new RegExp(kind) }).check({ force: true })
      const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
      const parts: Uint8Array[] = []
      for await (const part of await download.createReadStream()) parts.push(part as Uint8Array)
      await page.keyboard.press('Escape')
      return Buffer.concat(parts)
    },
    wall: () => page.getByRole('list', { name: 'Moments in order' }).getByRole('listitem').allTextContents(),
    isSaved: () => page.getByText('Saved', { exact: true }).first().waitFor(),
    isIn: (phase) => page.locator(`[aria-current="step"]`, { hasText: phase }).first().waitFor({ state: 'attached' }),
    async join(link, name, workplace) {
      await page.goto(link)
      await page.getByRole('textbox').first().fill(name)
      if (workplace !== undefined) await page.getByText(workplace, { exact: true }).click()
      await page.locator('button[type=submit]').click()
    },
  }
}
