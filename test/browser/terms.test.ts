import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ask } from '../support/ask.ts'
import { axeFindings } from '../support/axe.ts'
import { atDesk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, type Seat as Token, type TestSession } from '../support/session-builder.ts'
import { openStage, type Seat, type Stage } from '../support/session-stage.ts'

const words = 'four words in a row'
const DAY = 24 * 60 * 60 * 1000

/** A board that asks for a passphrase and goes by itself, as people at a desk and with a phone meet it. */
describe('the terms of a board', () => {
  let stage: Stage
  let session: TestSession
  let steering: Token
  let desk: Seat, phone: Seat

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    steering = await session.sit('facilitator', 'Lee')
    ;[desk, phone] = await Promise.all([stage.readDesk(), stage.readPhone()])
    await atDesk(desk).join(session.link('facilitator'), 'Marian')
    await onPhone(phone).join(session.link('participant'), 'Tom')
  })
  afterAll(() => stage?.end())

  async function faults({ page }: Seat, where: string): Promise<string[]> {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      found.push(...(await axeFindings(page)).map((finding) => `${where}, ${colorScheme}: ${finding}`))
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    return beyond > 0 ? [...found, `${where}: ${beyond} px too wide`] : found
  }

  const closeAll = async (page: Page) => {
    while ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape')
  }

  it('are set in Share, by keyboard, and told to the others', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Ask for one: Passphrase' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ask newcomers for a passphrase' })
    await dialog.waitFor()
    await page.keyboard.type('short')
    await page.keyboard.press('Enter')
    await dialog.getByText('Eight letters at least. Four words in a row are easy to say.').waitFor()
    const found = await faults(desk, 'the passphrase')
    await dialog.getByLabel('Passphrase').fill(words)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Change: Passphrase' }).waitFor()
    await page.getByRole('button', { name: 'Set: Deletion' }).press('Enter')
    await page.getByText('After some days without anybody').click()
    await page.getByLabel('Days without anybody', { exact: true }).selectOption('30 days')
    found.push(...(await faults(desk, 'the deletion')))
    await page.getByRole('button', { name: 'Keep this' }).click()
    await page.getByText('This board is deleted after 30 days without anybody.').waitFor()
    expect([...found, ...(await faults(desk, 'Share'))]).toEqual([])
    await closeAll(page)
  })

  it('ask a newcomer with a phone at the door, who reads what was wrong and comes in', async () => {
    const newcomer = await stage.readPhone()
    const { page } = newcomer
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(session.link('participant'))
    await page.getByRole('heading', { name: 'A board that asks for a passphrase' }).waitFor()
    await page.getByText('This board is deleted after 30 days without anybody.').waitFor()
    await page.getByRole('button', { name: 'Join' }).tap()
    await page.getByText('Type the passphrase first.').waitFor()
    await page.getByLabel('Passphrase').fill('no such words')
    await page.getByRole('button', { name: 'Join' }).tap()
    await page.getByText(/^That is not the passphrase\. Ask \w+ for it\.$/).waitFor()
    expect(await faults(newcomer, 'the door')).toEqual([])
    await page.getByLabel('Passphrase').fill(words)
    await page.getByRole('button', { name: 'Join' }).tap()
    await page.getByRole('button', { name: 'Join' }).waitFor({ state: 'detached' })
    await page.getByText('The practice').first().waitFor()
    await page.reload()
    await page.getByText('The practice').first().waitFor()
    expect(asked.filter((url) => url.includes('words'))).toEqual([])
  })

  it('are told to everybody when the day is near, until it was read', async () => {
    await session.done(steering.token, 'set-retention', { deleteAt: Date.now() + 3 * DAY, idleDays: null })
    const found: string[] = []
    for (const seat of [desk, phone]) {
      const notice = seat.page.getByText(/^This board is deleted at the end of \w+ \d+ \w+\.$/)
      await notice.waitFor()
      found.push(...(await faults(seat, 'the notice')))
      await seat.page.getByRole('button', { name: 'All right' }).click()
      await notice.waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
  })

  it('are named beside the code in the lobby', async () => {
    await desk.page.getByText('No account, just the passphrase.').waitFor()
    await session.done(steering.token, 'set-passphrase', { passphrase: null })
    await desk.page.getByText('No account.', { exact: true }).waitFor()
  })

  it('end with words for those who are there: a removed seat, and a board that its facilitator deletes', async () => {
    const people = await session.command(steering.token, 'set-door', { open: true })
    expect(people.status).toBe(200)
    const client = await session.join(steering.token)
    const { fields } = await client.frame(70, ({ people: all }) =>
      all.some(({ name }: { name: string }) => name === 'Tom'),
    )
    const tom = fields.people.find(({ name }: { name: string }) => name === 'Tom').seat
    await session.done(steering.token, 'remove-seat', { seat: tom })
    await phone.page.getByRole('heading', { name: 'Your seat on this board was closed.' }).waitFor()
    const { page } = desk
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const offer = page.getByRole('button', { name: 'Delete: Delete this board now' })
    await offer.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Delete this board for everybody?' })
    expect(await faults(desk, 'the question')).toEqual([])
    // Enter in a dialog that has just opened must not delete anything.
    await dialog.getByRole('button', { name: 'Keep the board' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect((await ask(stage.origin, 'GET', `/api/boards/${session.board}`, steering.token)).status).toBe(200)
    await offer.press('Enter')
    await page.route('**/api/boards/*', (route) => route.abort())
    await dialog.getByRole('button', { name: 'Delete it for everybody' }).press('Enter')
    await dialog.getByText('The board could not be deleted. It is still here. Try again in a moment.').waitFor()
    await page.unroute('**/api/boards/*')
    await dialog.getByRole('button', { name: 'Delete it for everybody' }).press('Enter')
    await desk.page.getByRole('heading', { name: 'There is no board here.' }).waitFor()
    expect(await faults(desk, 'the end')).toEqual([])
  })
})
