import type { Page } from 'playwright-core'
import type { FixtureServer } from './fixture-server.ts'

/** Opens the wall alone, in a state that the query names, and waits until it is painted with its fonts. */
export async function openWall(page: Page, fixture: FixtureServer, query: string): Promise<void> {
  await page.goto(`${fixture.page}?${query}`)
  await page.locator('.wall .konvajs-content canvas').first().waitFor()
  await page.locator('.first-picture').waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300)
}
