import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { axeFindings } from '../support/axe.ts'
import { atDesk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, newRecordId, settled, type Seat as Token, type TestSession } from '../support/session-builder.ts'
import { openStage, type Seat, type Stage } from '../support/session-stage.ts'

/**
 * Every screen of a session as four people have it: who steers and who takes part, at a desk and on a phone. The phases are
 * moved from outside, over HTTP. What axe finds, what is too wide, and how many buttons ask to be pressed first.
 */
describe('every screen of a session', () => {
  let stage: Stage
  let session: TestSession
  let steering: Token, other: Token
  let screens: readonly { readonly who: string; readonly seat: Seat }[]
  const priorities: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    const [desk, phone, otherDesk, otherPhone, looking] = await Promise.all([
      stage.readDesk(),
      stage.readPhone(),
      stage.readDesk(),
      stage.readPhone(),
      stage.readPhone(),
    ])
    await atDesk(desk).join(session.link('facilitator'), 'Marian')
    await onPhone(phone).join(session.link('facilitator'), 'Ruth')
    await atDesk(otherDesk).join(session.link('participant'), 'Aisha')
    await onPhone(otherPhone).join(session.link('participant'), 'Tom')
    await onPhone(looking).join(session.link('observer'), 'Oz')
    screens = [
      { who: 'who steers at a desk', seat: desk },
      { who: 'who steers with a phone', seat: phone },
      { who: 'who takes part at a desk', seat: otherDesk },
      { who: 'who takes part with a phone', seat: otherPhone },
      { who: 'who looks on with a phone', seat: looking },
    ]
    steering = await session.sit('facilitator', 'Lee')
    other = await session.sit('participant', 'Kim')
    priorities.push(...(await session.content()).moments.slice(1, 4).map(({ id }: { id: string }) => id))
  })
  afterAll(() => stage?.end())

  const steer = (name: string, args: unknown = {}) => session.done(steering.token, name, args)
  const take = (name: string, args: unknown = {}) => session.done(other.token, name, args)
  const first = () => priorities[0] ?? ''

  const steps: readonly (readonly [screen: string, words: RegExp, go: () => Promise<void>])[] = [
    ['Lobby', /Patients leave and nobody knows why/, async () => {}],
    ['Post', /^What happens to a customer here/, () => steer('move-phase', { to: 'post' })],
    ['Colour', /^How is the customer met/, () => steer('move-phase', { to: 'colour' })],
    ['Choose', /^Which moments decide whether they come back/, () => steer('move-phase', { to: 'choose' })],
    ['the closed vote', /stand out|The vote is closed/, closeVote],
    ['what they expect', /^What do they expect of us here/, settleAndAssess],
    ['the blind grade', /^How do we do today/, openGrading],
    ['the spread', /Here is the spread/, reveal],
    ['Ideas', /A dog that lives at the desk/, think],
    ['Decide', /^On the table/, decide],
    ['Plan', /^(Where do we want to be|What will we do about it)/, plan],
  ]

  async function closeVote(): Promise<void> {
    await take('cast-ballot', { round: 1, dots: Object.fromEntries(priorities.map((id) => [id, 1])) })
    await steer('close-vote')
    await settled(session.content)
  }
  async function settleAndAssess(): Promise<void> {
    await steer('settle-shortlist', { moments: priorities })
    await steer('move-phase', { to: 'assess' })
  }
  async function openGrading(): Promise<void> {
    const moment = first()
    await take('open-assessment', { moment })
    const text = { root: 'assessments', id: moment, key: 'expectation', index: 0, remove: 0 }
    await take('edit-text', { ...text, insert: 'Seen within ten minutes.' })
    await steer('open-grading', { moment })
  }
  async function reveal(): Promise<void> {
    await take('grade-moment', { moment: first(), round: 1, ranking: 'miserable' })
    await steer('reveal-grade', { moment: first() })
    await settled(session.content)
    await steer('settle-ranking', { moment: first(), ranking: 'miserable' })
  }
  async function think(): Promise<void> {
    await steer('move-phase', { to: 'ideas' })
    const third = await session.sit('participant', 'Ann')
    const raise = (token: string, text: string) =>
      session.done(token, 'raise-idea', { id: newRecordId(), moment: first(), text })
    await raise(steering.token, 'A sign that hangs from the ceiling')
    await raise(other.token, 'A dog that lives at the desk')
    await raise(third.token, 'Somebody stands up and says hello')
    await take('raise-concern', { id: newRecordId(), moment: first(), text: 'Some people are afraid of dogs' })
  }
  async function decide(): Promise<void> {
    await steer('move-phase', { to: 'decide' })
    await settled(session.content)
  }
  async function plan(): Promise<void> {
    const [merit, parked] = (await session.content()).ideas
    await steer('judge-idea', { idea: merit.id, verdict: { state: 'merit' } })
    await steer('judge-idea', { idea: parked.id, verdict: { state: 'parked', reason: 'next year' } })
    await steer('move-phase', { to: 'plan' })
    await take('add-action', { id: newRecordId(), moment: first(), text: 'A sign that hangs from the ceiling' })
  }

  it.each(steps)('%s', async (screen, words, go) => {
    await go()
    const found = await Promise.all(
      screens.map(async ({ who, seat }) => {
        await seat.page.getByText(words).filter({ visible: true }).first().waitFor()
        return (await faults(seat)).map((fault) => `${screen}, ${who}: ${fault}`)
      }),
    )
    expect(found.flat()).toEqual([])
    expect(await filled(screens[0]?.seat ?? never()), 'who steers always has one thing to do next').toHaveLength(1)
  })

  it.each([
    ['Share', ['Share'], ['Menu', 'Share']],
    ['People', [/^People/], ['Menu', 'People']],
    ['Settings', [/^The practice/, 'Settings'], ['Menu', 'Settings']],
    ['Export', ['Export'], ['Menu', 'The planning form', 'Export']],
    ['Next session', ['Book next session'], ['Menu', 'The planning form', 'Book next session']],
  ])('the dialog: %s', async (name, atTheDesk, onThePhone) => {
    const found: string[] = []
    for (const [at, path] of [atTheDesk, onThePhone].entries()) {
      const { who, seat } = screens[at] ?? never()
      for (const press of path) await control(seat, press).click()
      await seat.page.locator('dialog[open]').last().waitFor()
      found.push(...(await faults(seat)).map((fault) => `${name}, ${who}: ${fault}`))
      while ((await seat.page.locator('dialog[open]').count()) > 0) await seat.page.keyboard.press('Escape')
    }
    expect(found).toEqual([])
  })
})

function never(): never {
  throw new Error('Nobody sits there.')
}

/** The button, or the choice of a menu that is open. */
function control({ page }: Seat, name: string | RegExp): Locator {
  const exact = { name, exact: true }
  return page.getByRole('button', exact).or(page.getByRole('menuitem', exact)).filter({ visible: true }).last()
}

/** What is wrong with the page as it stands, in light and in dark. */
async function faults({ page }: Pick<Seat, 'page'>): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`))
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (beyond > 0) found.push(`${beyond} px too wide`)
  const pressMe = await filled({ page })
  if (pressMe.length > 1) found.push(`filled are ${pressMe.join(' and ')}`)
  return found
}

/** The filled buttons in sight; while a dialog is open, those in it. */
async function filled({ page }: Pick<Seat, 'page'>): Promise<string[]> {
  const dialog = page.locator('dialog[open]').last()
  const screen = (await dialog.count()) > 0 ? dialog : page.locator('body')
  return screen.locator('.button-primary').filter({ visible: true }).allTextContents()
}
