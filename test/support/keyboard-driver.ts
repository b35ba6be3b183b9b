import type { Locator } from 'playwright-core'
import type { Seat } from './session-stage.ts'

/** Somebody at a desk without a mouse: everything is reached by Tab and told by Enter, Space and the arrows. */
export interface Keyboard extends Seat {
  /** Tabs from where the focus is until it rests on the control, once round the page at most. */
  reach(control: Locator): Promise<void>
  /** Goes to the button and presses Enter. */
  press(name: string | RegExp): Promise<void>
  /** Goes to a button that has to be held, and presses Enter twice. */
  hold(name: string): Promise<void>
  /** Goes to the field and types; what was there stays before it. */
  types(field: string | RegExp, words: string): Promise<void>
  /** Goes to the group of radio buttons and presses an arrow until this one is chosen. */
  chooses(name: string | RegExp): Promise<void>
  /** Goes to an idea of Decide, opens it if it isn’t before everybody, and presses the verdict. */
  judges(idea: string, verdict: string): Promise<void>
  /** Opens a menu and takes the choice. */
  takes(menu: string | RegExp, choice: string): Promise<void>
  /** Presses Enter on a button that answers with a file, and gives its bytes. */
  receives(name: string): Promise<Buffer>
}

const ROUND = 150

export function byKeyboard(seat: Seat): Keyboard {
  const { page } = seat
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const hasFocus = (control: Locator) =>
    control.evaluateAll((found) => found.some((element) => element === document.activeElement))
  const keyboard: Keyboard = {
    ...seat,
    async reach(control) {
      await control.first().waitFor({ state: 'attached' })
      for (let step = 0; step < ROUND; step++) {
        if (await hasFocus(control)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`No Tab leads to ${control.toString()}.`)
    },
    async press(name) {
      await keyboard.reach(button(name))
      await page.keyboard.press('Enter')
    },
    async hold(name) {
      await keyboard.press(name)
      await button('Press again').waitFor()
      await page.keyboard.press('Enter')
    },
    async types(field, words) {
      await keyboard.reach(page.getByRole('textbox', { name: field }))
      await page.keyboard.press('End')
      await page.keyboard.type(words)
    },
    async chooses(name) {
      const chosen = page.getByRole('radio', { name })
      await chosen.first().waitFor({ state: 'attached' })
      const group = await chosen.first().getAttribute('name')
      await keyboard.reach(page.locator(`input[type=radio][name="${group}"]`))
      for (let step = 0; step < 12; step++) {
        if (await hasFocus(chosen)) {
          await page.keyboard.press('Space')
          return
        }
        await page.keyboard.press('ArrowDown')
      }
      throw new Error(`No arrow leads to ${typeof name === 'string' ? name : name.source}.`)
    },
    async judges(idea, verdict) {
      const card = page.getByRole('article').filter({ hasText: idea })
      if ((await card.getByRole('button', { name: verdict }).count()) === 0)
        await keyboard.press(new RegExp(`^${idea}`))
      await keyboard.reach(card.getByRole('button', { name: verdict }))
      await page.keyboard.press('Enter')
      // Parking asks for a reason first; after any other verdict the next idea is before everybody.
      await card.getByRole('button', { name: 'Has merit' }).waitFor({ state: 'detached' })
    },
    async takes(menu, choice) {
      await keyboard.press(menu)
      const row = page.getByRole('menuitem', { name: choice })
      await row.waitFor()
      for (let step = 0; step < 15 && !(await hasFocus(row)); step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
    async receives(name) {
      await keyboard.reach(button(name))
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      const parts: Uint8Array[] = []
      for await (const part of await download.createReadStream()) parts.push(part as Uint8Array)
      return Buffer.concat(parts)
    },
  }
  return keyboard
}
