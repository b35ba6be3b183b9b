import { expect } from 'vitest'
import type { Seat } from './session-stage.ts'

/** Somebody with a phone of 360 px: the list, touched. */
export interface Phone extends Seat {
  tap(name: string | RegExp): Promise<void>
  pick(name: string | RegExp): Promise<void>
  write(field: string | RegExp, words: string): Promise<void>
  sees(words: string | RegExp): Promise<void>
  seesNot(words: string | RegExp): Promise<void>
  adds(words: string): Promise<void>
  /** Colour: from moment to moment until this one is in hand. */
  goesTo(words: string): Promise<void>
  puts(words: string): Promise<void>
  concerns(words: string): Promise<void>
  /** Plan: goes to "who", takes the action, goes to "agree" and agrees. */
  takesIt(): Promise<void>
  isSaved(): Promise<void>
  /** Nothing on the page is wider than the screen. */
  fits(): Promise<void>
  join(link: string, name: string, workplace?: string): Promise<void>
}

export function onPhone(seat: Seat): Phone {
  const { page } = seat
  const field = (name: string | RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }).first()
  const phone: Phone = {
    ...seat,
    tap: (name) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().tap(),
    pick: (name) => page.getByRole('radio', { name }).first().tap({ force: true }),
    write: (name, words) => field(name).fill(words),
    sees: (words) => page.getByText(words).first().waitFor(),
    seesNot: async (words) => expect(await page.getByText(words).count()).toBe(0),
    async adds(words) {
      await field('The next moment').fill(words)
      await phone.tap('Add')
    },
    async goesTo(words) {
      for (let step = 0; step < 30 && (await page.getByText(words).count()) === 0; step++)
        await phone.tap('Next moment')
      await phone.sees(words)
    },
    puts: (words) => phone.tap(`Put a dot here: ${words}`),
    async concerns(words) {
      await phone.tap('Put a concern in the box')
      await phone.write('Your concern', words)
      await phone.tap('Keep it in the box')
    },
    async takesIt() {
      for (let step = 0; step < 6; step++) {
        const take = page.getByRole('button', { name: 'I take it' })
        if ((await take.count()) > 0) await take.tap()
        const agree = page.getByRole('button', { name: 'I agree' })
        if ((await agree.count()) > 0) return agree.tap()
        await phone.tap(/^Next/)
      }
      throw new Error('No question led to “I agree”.')
    },
    isSaved: () => page.getByText('Saved', { exact: true }).first().waitFor(),
    fits: async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      ),
    async join(link, name, workplace) {
      await page.goto(link)
      await page.getByRole('textbox').first().fill(name)
      if (workplace !== undefined) await page.getByText(workplace, { exact: true }).tap()
      await page.locator('button[type=submit]').tap()
    },
  }
  return phone
}
