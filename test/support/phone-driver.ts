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
  isSaved(): Promise<void>
  /** Nothing on the page is wider than the screen. */
  fits(): Promise<void>
  join(link: string, name: string, workplace: string): Promise<void>
}

export function onPhone(seat: Seat): Phone {
  const { page } = seat
  const field = (name: string | RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }).first()
  const phone: Phone = {
    ...seat,
    tap: (name) => page.getByRole('button', { name }).filter({ visible: true }).first().tap(),
    pick: (name) => page.getByRole('radio', { name }).first().check({ force: true }),
    write: (name, words) => field(name).fill(words),
    sees: (words) => page.getByText(words).first().waitFor(),
    seesNot: async (words) => expect(await page.getByText(words).count(), String(words)).toBe(0),
    async adds(words) {
      await field('The next moment').fill(words)
      await phone.tap('Add')
    },
    isSaved: () => page.getByText('Saved', { exact: true }).first().waitFor(),
    fits: async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      ),
    async join(link, name, workplace) {
      await page.goto(link)
      await page.getByRole('textbox').first().fill(name)
      await page.getByText(workplace, { exact: true }).tap()
      await page.locator('button[type=submit]').tap()
    },
  }
  return phone
}
