import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atDesk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, newRecordId, settled, type TestSession } from '../support/session-builder.ts'
import { openStage, type Seat, type Stage } from '../support/session-stage.ts'

declare global {
  interface Window {
    violations?: string[]
  }
}

/** Writes down what the page's policy forbids it, from its first script on. */
async function watched(seat: Promise<Seat>): Promise<Seat> {
  const { page } = await seat
  await page.addInitScript(() => {
    window.violations ??= []
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      window.violations?.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    )
  })
  return seat
}

const violations = ({ page }: Seat) => page.evaluate(() => window.violations ?? ['nobody watched'])

/** The real pages under the real policy: no inline style, no inline script, nothing from elsewhere. */
describe('the page’s policy', () => {
  let stage: Stage
  let session: TestSession
  let desk: Seat, phone: Seat

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    ;[desk, phone] = await Promise.all([watched(stage.desk()), watched(stage.phone())])
    await atDesk(desk).join(session.link('facilitator'), 'Marian')
    await onPhone(phone).join(session.link('participant'), 'Tom')
  })
  afterAll(() => stage?.end())

  it('is broken by nothing on the pages before a board', async () => {
    const seat = await watched(stage.desk())
    await seat.page.goto(stage.origin)
    await seat.page.getByRole('button', { name: 'How a session runs' }).click()
    await seat.page.getByRole('dialog').waitFor()
    await seat.page.keyboard.press('Escape')
    await seat.page.getByRole('dialog').waitFor({ state: 'detached' })
    await seat.page.getByLabel('Name your board').fill('Corner Bakery')
    await seat.page.keyboard.press('Enter')
    await seat.page.getByRole('img', { name: /^Code that opens/ }).waitFor()
    expect(await violations(seat)).toEqual([])
    await seat.page.getByRole('button', { name: 'Open the board' }).click()
    await seat.page.getByRole('button', { name: 'Go in' }).waitFor()
    expect(await violations(seat)).toEqual([])
    expect(seat.complaints).toEqual([])
  })

  it('is broken by nothing in any phase, at a desk and on a phone', async () => {
    const go = (to: Parameters<TestSession['go']>[0]) => session.go(to)
    const steps: readonly (readonly [words: RegExp, go: () => Promise<void>])[] = [
      [/Patients leave and nobody knows why/, async () => {}],
      [/^What happens to a customer here/, () => go('post')],
      [/^How is the customer met/, () => go('colour')],
      [/^Which moments decide whether they come back/, () => go('choose')],
      [/^What do they expect of us here/, () => go('assess')],
      [/./, ideas],
      [/./, () => go('decide')],
      [/./, () => go('plan')],
    ]
    async function ideas(): Promise<void> {
      await go('ideas')
      const [first] = (await session.content()).session.shortlist.moments
      const people = await Promise.all(['Ann', 'Bob', 'Eve'].map((name) => session.sit('participant', name)))
      for (const { token } of people)
        await session.done(token, 'raise-idea', { id: newRecordId(), moment: first, text: 'A dog at the desk' })
    }
    for (const [words, move] of steps) {
      await move()
      await settled(session.content)
      for (const seat of [desk, phone]) {
        await seat.page.getByText(words).filter({ visible: true }).first().waitFor()
        // Everything that this screen fetches and paints has come by then.
        await seat.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        )
      }
    }
    expect([...(await violations(desk)), ...(await violations(phone))]).toEqual([])
    expect([...desk.complaints, ...phone.complaints]).toEqual([])
  })

  it('is broken by no dialog', async () => {
    const { page } = desk
    for (const name of ['Share', /^People/, 'Export', 'Book next session']) {
      const exact = { name, exact: true }
      await page
        .getByRole('button', exact)
        .or(page.getByRole('menuitem', exact))
        .filter({ visible: true })
        .last()
        .click()
      await page.locator('dialog[open]').last().waitFor()
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    expect(await violations(desk)).toEqual([])
    expect(desk.complaints).toEqual([])
  })

  it('would be seen if it were broken', async () => {
    await phone.page.evaluate(() => document.body.setAttribute('style', 'color: red'))
    expect(await violations(phone)).toEqual([expect.stringMatching(/^style-src/)])
  })
})
