import type { Dialog, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { layCable, type Cable } from '../support/cable.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone, type Phone } from '../support/phone-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, picture, type Seat, type Stage } from '../support/session-stage.ts'

/** What becomes of somebody's work when the network, the tab or the board goes: in real tabs of a real browser. */
describe('work that is not saved yet', () => {
  let stage: Stage
  let cable: Cable
  let session: TestSession
  let link: (role: 'participant' | 'facilitator') => string

  beforeAll(async () => {
    stage = await openStage()
    cable = await layCable(stage.origin)
    link = (role) => session.link(role, cable.origin)
  })
  beforeEach(async () => {
    cable.mend()
    session = await buildSession(stage.origin)
    await session.go('post')
  })
  afterAll(async () => {
    await cable?.close()
    await stage?.end()
  })

  /** All of the page has come: what is cut off now has nothing left to fetch. */
  const hasAll = (page: Page) => page.getByRole('textbox', { name: 'The next moment' }).waitFor()
  const sitAtDesk = async (name = 'Aisha'): Promise<Desk> => {
    const desk = atDesk(await stage.desk())
    await desk.join(link('participant'), name)
    await desk.isIn('Post')
    await desk.isSaved()
    await hasAll(desk.page)
    return desk
  }
  const sitWithPhone = async (): Promise<Phone> => {
    const phone = onPhone(await stage.phone())
    await phone.join(link('participant'), 'Tom')
    await phone.isSaved()
    await hasAll(phone.page)
    return phone
  }
  /** Another tab of the same person. */
  const secondTab = async ({ context, complaints }: Seat): Promise<Desk> => {
    const page = await context.newPage()
    await page.goto(`${cable.origin}/b/${session.board}`)
    const desk = atDesk({ page, context, complaints })
    await desk.isSaved()
    await hasAll(page)
    return desk
  }
  const texts = async () => (await session.content()).moments.map(({ text }: { text: string }) => text)
  const untilThere = async (...words: string[]) => {
    await expect.poll(texts, { timeout: 15_000 }).toEqual(expect.arrayContaining(words))
  }
  const crash = async (page: Page) => {
    const gone = page.waitForEvent('crash')
    const line = await page.context().newCDPSession(page)
    line.send('Page.crash').catch(() => undefined)
    await gone
  }

  it('says on the desk and on the phone that changes wait, what that means, and gives the words to take along', async () => {
    const [aisha, tom] = [await sitAtDesk(), await sitWithPhone()]
    cable.cut()
    await aisha.adds('Rings the bell in vain')
    await tom.adds('Finds the toilet locked')
    await aisha.press('Offline, 1 change waiting')
    await aisha.sees('All of it goes out by itself when the link is back.')
    await aisha.page.getByRole('listitem').filter({ hasText: 'Rings the bell in vain' }).first().waitFor()
    const [file] = await Promise.all([aisha.page.waitForEvent('download'), aisha.press('Keep them as a file')])
    expect(file.suggestedFilename()).toBe('my words.txt')
    await picture(aisha, 'offline-1280')
    await tom.tap('Offline, 1 change waiting')
    await tom.sees('All of it goes out by itself')
    await tom.fits()
    await picture(tom, 'offline-360')
    cable.mend()
    await untilThere('Rings the bell in vain', 'Finds the toilet locked')
    for (const person of [aisha, tom]) await person.isSaved()
  })

  it('asks before the tab is closed while something waits, and only then', async () => {
    const aisha = await sitAtDesk()
    const asked = async () => {
      let dialogs = 0
      const dismiss = (dialog: Dialog) => {
        dialogs += 1
        void dialog.dismiss()
      }
      aisha.page.on('dialog', dismiss)
      await aisha.page.close({ runBeforeUnload: true })
      await new Promise((resolve) => setTimeout(resolve, 1500))
      aisha.page.off('dialog', dismiss)
      return dialogs
    }
    cable.cut()
    await aisha.adds('Waits on the stairs')
    await aisha.sees('Offline, 1 change waiting')
    expect(await asked()).toBe(1)
    cable.mend()
    await untilThere('Waits on the stairs')
    await aisha.isSaved()
    expect(await asked()).toBe(0)
    expect(aisha.page.isClosed()).toBe(true)
  })

  it('survives the crash of the tab: the next one sends it', async () => {
    const aisha = await sitAtDesk()
    cable.cut()
    await aisha.adds('Is called by a wrong name')
    await aisha.sees('Offline, 1 change waiting')
    await aisha.page.waitForTimeout(300)
    await crash(aisha.page)
    cable.mend()
    const again = await secondTab(aisha)
    await untilThere('Is called by a wrong name')
    await again.isSaved()
  })

  it.each(['with locks', 'without locks, as in plain http'])(
    'of a tab that crashes goes on in the one beside it, %s',
    async (how) => {
      const seat = await stage.desk()
      if (how !== 'with locks')
        await seat.context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
      const one = atDesk(seat)
      await one.join(link('participant'), 'Aisha')
      await one.isSaved()
      await hasAll(one.page)
      const two = await secondTab(one)
      cable.cut()
      await one.adds('Reads the price list')
      await two.adds('Asks what it costs')
      await two.sees('Offline, 1 change waiting')
      await one.page.waitForTimeout(300)
      await crash(one.page)
      await two.sees('Offline, 2 changes waiting')
      await two.seesOnWall('Reads the price list')
      cable.mend()
      await untilThere('Reads the price list', 'Asks what it costs')
      await two.isSaved()
      expect(await texts()).toHaveLength(12)
    },
  )

  it('of two boards in two tabs goes to the board that it belongs to', async () => {
    const aisha = await sitAtDesk()
    const first = session
    session = await buildSession(stage.origin)
    await session.go('post')
    const page = await aisha.context.newPage()
    const other = atDesk({ ...aisha, page })
    await other.join(link('participant'), 'Aisha')
    await other.isSaved()
    await hasAll(page)
    cable.cut()
    await aisha.adds('Belongs to the one')
    await other.adds('Belongs to the other')
    for (const desk of [aisha, other]) await desk.sees('Offline, 1 change waiting')
    await aisha.page.waitForTimeout(300)
    await crash(aisha.page)
    await other.page.waitForTimeout(5000)
    cable.mend()
    await untilThere('Belongs to the other')
    await other.page.goto(`${cable.origin}/b/${first.board}`)
    await other.isSaved()
    const words = async (of: TestSession) => (await of.content()).moments.map(({ text }: { text: string }) => text)
    await expect.poll(() => words(first), { timeout: 15_000 }).toContain('Belongs to the one')
    expect(await words(first)).not.toContain('Belongs to the other')
    expect(await words(session)).not.toContain('Belongs to the one')
  })

  it('a ballot that was cast offline is counted, once', async () => {
    await session.go('choose')
    const tom = onPhone(await stage.phone())
    await tom.join(link('participant'), 'Tom')
    await tom.isSaved()
    await tom.sees('3 dots left')
    cable.cut()
    await tom.puts('Phones to book a visit')
    await tom.sees('Offline, 1 change waiting')
    await tom.page.waitForTimeout(300)
    await tom.page.close()
    cable.mend()
    const page = await tom.context.newPage()
    await page.goto(`${cable.origin}/b/${session.board}`)
    const again = onPhone({ ...tom, page })
    await again.isSaved()
    await again.sees('2 dots left')
    await session.done(session.tokens.facilitator, 'close-vote')
    await expect.poll(async () => (await session.content()).session.vote.state, { timeout: 15_000 }).toBe('closed')
    expect(Object.values((await session.content()).session.vote.totals)).toEqual([1])
  })

  it('S4 is given back in words when the seat is taken away meanwhile, also after a reload', async () => {
    const aisha = await sitAtDesk()
    cable.cut()
    await aisha.adds('Finds a hair on the chair')
    await aisha.sees('Offline, 1 change waiting')
    const seat = await aisha.page.evaluate(() => JSON.parse(localStorage.getItem('momentous.boards') ?? '')[0].seat.id)
    await session.done(session.tokens.facilitator, 'remove-seat', { seat })
    cable.mend()
    await aisha.sees('Your seat on this board was closed.')
    await aisha.sees('Finds a hair on the chair')
    await picture(aisha, 'seat-closed-1280')
    await aisha.page.reload()
    await aisha.sees('Finds a hair on the chair')
    await aisha.press('Let them go')
    await aisha.page.reload()
    await aisha.page.waitForTimeout(500)
    await aisha.seesNot('Finds a hair on the chair')
  })

  it('warns when the device itself keeps nothing', async () => {
    const seat = await stage.desk()
    await seat.context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    const aisha = atDesk(seat)
    await aisha.join(link('participant'), 'Aisha')
    await aisha.isSaved()
    await hasAll(aisha.page)
    cable.cut()
    await aisha.adds('Gets a number on paper')
    await aisha.sees('This device can’t keep changes while offline')
    cable.mend()
    await untilThere('Gets a number on paper')
  })
})
