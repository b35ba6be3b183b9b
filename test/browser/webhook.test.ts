import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { atDesk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { isSigned, receiver, type Receiver } from '../support/receiver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Seat, type Stage } from '../support/session-stage.ts'

describe('a webhook', () => {
  let stage: Stage
  let session: TestSession
  let desk: Seat, phone: Seat

  beforeAll(async () => {
    stage = await openStage({ WEBHOOKS: 'private' })
    session = await buildSession(stage.origin)
    await session.go('plan')
    ;[desk, phone] = await Promise.all([stage.readDesk(), stage.readPhone()])
    await atDesk(desk).join(session.link('facilitator'), 'Marian')
    await onPhone(phone).join(session.link('facilitator'), 'Ruth')
  })
  afterAll(() => stage?.end())

  async function faults(seat: Seat, where: string): Promise<string[]> {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await seat.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      found.push(...(await axeFindings(seat.page)).map((finding) => `${where}, ${colorScheme}: ${finding}`))
    }
    const beyond = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    return beyond > 0 ? [...found, `${where}: ${beyond} px too wide`] : found
  }

  const openAtDesk = async () => {
    await desk.page.getByRole('button', { name: /^The practice/ }).click()
    await desk.page.getByRole('menuitem', { name: 'Settings' }).click()
    await desk.page.getByRole('button', { name: 'Set up: Webhook' }).press('Enter')
    return desk.page.getByRole('dialog', { name: 'Send the form on' })
  }

  it(
    'is set, tried and ended in the settings, by keyboard, with the secret shown once',
    { timeout: 60_000 },
    async () => {
      const other: Receiver = await receiver()
      const dialog = await openAtDesk()
      await dialog.getByLabel('Address').fill('ftp://example.org')
      await desk.page.keyboard.press('Enter')
      await dialog.getByText('Write a full web address, such as https://example.org/forms.').waitFor()
      await dialog.getByLabel('Address').fill(other.url)
      await desk.page.keyboard.press('Enter')
      const secret = await dialog.getByText(/^whsec_/).innerText()
      await dialog.getByText('Nothing was sent yet.').waitFor()
      await dialog.getByRole('button', { name: 'Send a test' }).click()
      await dialog.getByText(/^Delivered at \d\d:\d\d\.$/).waitFor()
      expect(other.received.map((letter) => isSigned(letter, secret))).toEqual([true])
      other.answer((response) => void response.writeHead(500).end())
      await dialog.getByRole('button', { name: 'Send a test' }).press('Enter')
      await dialog.getByText(/^The other side answered 500\. Trying again in \d+ seconds\.$/).waitFor()
      await dialog.getByRole('button', { name: 'Send a test' }).press('Enter')
      await dialog.getByText('A test is on its way. See first what becomes of it.').waitFor()
      expect(await faults(desk, 'desk')).toEqual([])
      await desk.page.keyboard.press('Escape')
      await desk.page.getByRole('button', { name: 'Set up: Webhook' }).press('Enter')
      await dialog.getByText('Last deliveries').waitFor()
      expect(await dialog.getByText(/whsec_/).count()).toBe(0)
      // The second facilitator sees the same at the same time, and ends it.
      await phone.page.getByRole('button', { name: 'Menu' }).tap()
      await phone.page.getByRole('menuitem', { name: 'Settings' }).tap()
      await phone.page.getByRole('button', { name: 'Set up: Webhook' }).tap()
      await phone.page.getByText(/^The other side answered 500\./).waitFor()
      expect(await faults(phone, 'phone')).toEqual([])
      await phone.page.getByRole('button', { name: 'Turn it off' }).tap()
      await phone.page.getByRole('button', { name: 'Send it there' }).waitFor()
      await dialog.getByRole('button', { name: 'Send it there' }).waitFor()
      expect([...desk.complaints, ...phone.complaints]).toEqual([])
    },
  )

  it(
    'goes out when the session is finished, which two can do, take back and open again',
    { timeout: 60_000 },
    async () => {
      for (const { page } of [desk, phone])
        while ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape')
      const finish = desk.page.getByRole('button', { name: 'Hold to finish the session' })
      const pressTwice = async () => {
        await finish.press('Enter')
        await desk.page.getByRole('button', { name: 'Press again' }).press('Enter')
      }
      await pressTwice()
      await phone.page
        .getByRole('main')
        .getByText(/^The session ends in \d/)
        .waitFor()
      await phone.page.getByRole('button', { name: 'Not yet' }).tap()
      await finish.waitFor()
      await pressTwice()
      await desk.page.getByText(/^Finished at \d\d:\d\d$/).waitFor({ timeout: 15_000 })
      await phone.page.getByText(/^Finished at \d\d:\d\d$/).waitFor()
      expect([...(await faults(desk, 'plan')), ...(await faults(phone, 'plan-phone'))]).toEqual([])
      // Whoever comes in Plan has the styles that the phases before would have brought.
      const line = await phone.page.locator('.other-priority').first().boundingBox()
      expect(line?.width).toBeGreaterThan(300)
      await phone.page.getByRole('button', { name: 'Open again' }).tap()
      await finish.waitFor()
      expect([...desk.complaints, ...phone.complaints]).toEqual([])
    },
  )
})
