import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, picture, type Stage } from '../support/session-stage.ts'

const offer = (page: Page) => page.getByRole('group', { name: 'Nearly the same' })

describe('notes that say nearly the same', () => {
  let stage: Stage
  let session: TestSession

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
  })
  afterAll(() => stage?.end())

  const link = (role: 'participant' | 'observer') => `${stage.origin}/b/${session.board}#${session.tokens[role]}`
  const sit = async (name: string): Promise<Desk> => {
    const seat = await stage.readDesk()
    onTestFinished(() => seat.context.close())
    const desk = atDesk(seat)
    await desk.join(link('participant'), name)
    await desk.isIn('Post')
    await desk.isSaved()
    return desk
  }

  it('are offered for stacking, stacked by whoever wants it, taken apart again, and left alone for good', async () => {
    const [ann, bo] = [await sit('Ann'), await sit('Bo')]
    await ann.adds('Waits for the dentist')
    // Two who write at the same moment come in any order.
    await bo.seesOnWall('Waits for the dentist')
    await bo.adds('Waiting for the dentist')
    await offer(ann.page).waitFor()
    await offer(bo.page).waitFor()
    expect(await offer(ann.page).textContent()).toMatch(
      /^\d+ “Waits for the dentist” and \d+ “Waiting for the dentist” say/,
    )
    expect(await axeFindings(ann.page)).toEqual([])
    await picture(ann, 'alike')
    const before = await ann.wall()

    await ann.press('Show them')
    await ann.page.waitForTimeout(400)
    await picture(ann, 'alike-shown')
    // By keys alone.
    await offer(bo.page).getByRole('button', { name: 'Stack them' }).focus()
    await bo.page.keyboard.press('Enter')
    await expect.poll(ann.wall).toHaveLength(before.length - 1)
    await expect.poll(() => offer(ann.page).count()).toBe(0)
    expect((await ann.wall()).join()).toContain('1 note beneath')
    expect(await offer(bo.page).textContent()).toContain('They lie on one stack now, under “Waits for the dentist”.')
    await bo.page.getByRole('application').focus()
    await bo.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => offer(bo.page).getByText('on one stack now').count()).toBe(0)
    await bo.page.keyboard.press('ControlOrMeta+y')
    await bo.press('Take them apart')
    await expect.poll(ann.wall).toHaveLength(before.length)

    await offer(bo.page).waitFor()
    await bo.press('Leave both as they are')
    await expect.poll(() => offer(bo.page).count()).toBe(0)
    expect(await offer(ann.page).count()).toBe(1)
    await bo.page.reload()
    await bo.isIn('Post')
    await bo.page.waitForTimeout(4_000)
    expect(await offer(bo.page).count()).toBe(0)
    expect([ann.complaints, bo.complaints]).toEqual([[], []])
  })

  it('are offered in the list too, and unstacked from the row; nobody who looks on is asked', async () => {
    const seat = await stage.readPhone()
    onTestFinished(() => seat.context.close())
    const phone = onPhone(seat)
    const { page } = seat
    await phone.join(link('participant'), 'Cy')
    await phone.isSaved()
    await offer(page).waitFor()
    await page.getByRole('button', { name: 'Show them' }).tap()
    expect(await page.locator('.list-found').count()).toBe(2)
    await offer(page).scrollIntoViewIfNeeded()
    await phone.fits()
    expect(await axeFindings(page)).toEqual([])
    await picture(seat, 'alike-phone')
    const rows = () => page.locator('.post-row').count()
    const before = await rows()
    await page.getByRole('button', { name: 'Stack them' }).tap()
    await expect.poll(rows).toBe(before - 1)
    await page.getByRole('button', { name: 'Understood' }).tap()
    const row = page.locator('.post-row', { hasText: '1 note beneath' })
    await row.getByRole('button', { name: /^More for “Waits for the dentist”/ }).tap()
    await page.getByRole('menuitem', { name: 'Unstack the 1 note beneath' }).tap()
    await expect.poll(rows).toBe(before)

    const looking = await stage.readDesk()
    onTestFinished(() => looking.context.close())
    await looking.page.goto(link('observer'))
    await looking.page
      .locator('button[type=submit]')
      .click()
      .catch(() => undefined)
    await looking.page.locator('#wall').waitFor()
    await looking.page.waitForTimeout(4_000)
    expect(await offer(looking.page).count()).toBe(0)
  })
})
