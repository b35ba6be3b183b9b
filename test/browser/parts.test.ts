import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Stage } from '../support/session-stage.ts'

/** Parts of the page that are fetched when they are needed: what somebody sees while that takes, and when it fails. */
describe('a part of the page', () => {
  let stage: Stage
  let session: TestSession
  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
  })
  afterAll(() => stage?.end())

  /** Somebody whose page fetches the files of these names as `how` says; no worker has them on the device. */
  const sitBefore = async (part: RegExp, how: (go: () => Promise<void>) => Promise<'go' | 'fail'>): Promise<Desk> => {
    const seat = await stage.desk()
    onTestFinished(() => seat.context.close())
    await seat.context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    await seat.page.route(part, async (route) => {
      const answer = await how(() => route.continue())
      if (answer === 'fail') await route.abort()
    })
    const desk = atDesk(seat)
    await desk.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, 'Aisha')
    await desk.isIn('Post')
    await desk.isSaved()
    return desk
  }
  const word = (page: Page) => page.locator('.part-coming')

  it('that takes longer than a moment says so', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const { page } = await sitBefore(/assets\/ShareDialog[^/]*\.js/, async (go) => {
      await held
      await go()
      return 'go'
    })
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await word(page).filter({ visible: true }).first().waitFor()
    release()
    await page.getByRole('dialog', { name: 'Share' }).or(page.locator('dialog[open]')).first().waitFor()
    await expect.poll(() => word(page).count()).toBe(0)
  })

  it('that can’t be fetched says so in words, and the rest of the page stays as it is', async () => {
    let fails = true
    const { page } = await sitBefore(/assets\/ShareDialog[^/]*\.js/, async (go) => {
      if (fails) return 'fail'
      await go()
      return 'go'
    })
    const field = page.getByRole('textbox', { name: 'The next moment' })
    await field.fill('Half a tho')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('heading', { name: 'This part of the page could not be loaded.' }).waitFor()
    await page.getByRole('button', { name: 'Carry on without it' }).click()
    expect(await field.inputValue()).toBe('Half a tho')
    fails = false
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.locator('dialog[open]').getByRole('heading').first().waitFor()
    await page.keyboard.press('Escape')
    expect(await field.inputValue()).toBe('Half a tho')
  })

  it('that can’t be fetched offers to load the page again, which loses nothing', async () => {
    let fails = true
    const { page } = await sitBefore(/assets\/ShareDialog[^/]*\.js/, async (go) => {
      if (fails) return 'fail'
      await go()
      return 'go'
    })
    const field = page.getByRole('textbox', { name: 'The next moment' })
    await field.fill('Half a tho')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('heading', { name: 'This part of the page could not be loaded.' }).waitFor()
    fails = false
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
    await field.waitFor()
    expect(await field.inputValue()).toBe('Half a tho')
  })

  it('that could not be fetched comes by itself once it can be had', async () => {
    let fails = true
    const { page } = await sitBefore(/assets\/ShareDialog[^/]*\.js/, async (go) => {
      if (fails) return 'fail'
      await go()
      return 'go'
    })
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const missing = page.getByRole('heading', { name: 'This part of the page could not be loaded.' })
    await missing.waitFor()
    await page.waitForTimeout(4500)
    expect(await missing.count()).toBe(1)
    fails = false
    await page.locator('dialog[open]').getByRole('heading').first().waitFor()
    expect(await missing.count()).toBe(0)
  })
})
