import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone } from '../support/phone-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Stage } from '../support/session-stage.ts'
import { atWall, type WallHand } from '../support/wall-hand.ts'

/** What hands do on the wall, and what a team does around it, by two people at desks and one who comes late with a phone. */
describe('the wall by hand, at two desks', () => {
  let stage: Stage
  let session: TestSession
  let marian: Desk & WallHand, aisha: Desk & WallHand

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
    marian = atWall(atDesk(await stage.desk()))
    aisha = atWall(atDesk(await stage.desk()))
    await marian.join(session.link('facilitator'), 'Marian')
    await aisha.join(session.link('participant'), 'Aisha')
    for (const person of [marian, aisha]) await person.seesOnWall(LAST)
  })
  afterAll(() => stage?.end())

  const both = (check: (person: Desk & WallHand) => Promise<unknown>) => Promise.all([marian, aisha].map(check))

  it('a note that is dragged lands where it was dropped, for everybody', async () => {
    const [nurse, remark] = [await marian.boxOf('The nurse greets'), await marian.boxOf('The dentist explains')]
    await marian.drags(middle(nurse), { x: middle(remark).x, y: middle(nurse).y })
    await both((person) => person.seesOnWall('Moment 5 of 10. The nurse greets them by name'))
    await both((person) => person.seesOnWall('Moment 4 of 10. The dentist explains'))
  })

  it('a line of ink is there, is rubbed out, comes back and goes again, on both walls', async () => {
    const [hers, mine] = [await aisha.boxOf(LAST), await marian.boxOf(LAST)]
    const at = { x: mine.x - 120, y: mine.y - 40 }
    const seenBy = { x: hers.x - 120, y: hers.y - 40 }
    const bare = await aisha.pixel(seenBy)
    const drawn = () => aisha.pixel(seenBy).then((pixel) => pixel !== bare)
    await marian.page.keyboard.press('p')
    await marian.drags({ x: at.x - 60, y: at.y }, { x: at.x + 60, y: at.y })
    await expect.poll(drawn).toBe(true)
    await marian.page.keyboard.press('e')
    await marian.drags({ x: at.x, y: at.y - 30 }, { x: at.x, y: at.y + 30 })
    await expect.poll(drawn).toBe(false)
    await marian.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(drawn).toBe(true)
    expect((await session.content()).ink).toHaveLength(1)
    await marian.page.keyboard.press('ControlOrMeta+y')
    await expect.poll(drawn).toBe(false)
    await expect.poll(async () => (await session.content()).ink).toHaveLength(0)
    await marian.page.keyboard.press('v')
  })

  it('two people type into one note, and both texts are in it', async () => {
    await both((person) => person.opens('Is walked back to the desk'))
    await aisha.page.keyboard.press('ControlOrMeta+Home')
    await Promise.all([
      marian.page.keyboard.type(', slowly and with a smile', { delay: 25 }),
      aisha.page.keyboard.type('Once it is over: ', { delay: 30 }),
    ])
    await both((person) => person.seesOnWall('Once it is over: Is walked back to the desk, slowly and with a smile'))
    // Each takes back what they typed themselves, also after the other's words have come into the field.
    const field = marian.page.getByRole('textbox', { name: 'Text of this moment' })
    await marian.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => field.inputValue()).toBe('Once it is over: Is walked back to the desk')
    await marian.page.keyboard.press('ControlOrMeta+y')
    await expect.poll(() => field.inputValue()).toMatch(/^Once it is over: .* with a smile$/)
    await both((person) => person.seesOnWall('Once it is over: Is walked back to the desk, slowly and with a smile'))
    for (const person of [marian, aisha]) await person.page.keyboard.press('Escape')
  })

  it('Enter in a note makes the next one', async () => {
    await marian.opens(LAST)
    for (const words of ['Tells a friend', 'The friend phones']) {
      await marian.page.keyboard.press('Enter')
      await marian.page.keyboard.type(words)
    }
    // A note that is begun is taken back from within, with its words, and nobody gives them back.
    await marian.page.keyboard.press('Enter')
    await marian.page.keyboard.type('Never mind')
    await marian.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => marian.page.locator('.note-editor').count()).toBe(0)
    expect(await marian.page.locator('.lost-words').count()).toBe(0)
    await both((person) => person.seesOnWall('Moment 11 of 12. Tells a friend'))
    await both((person) => person.seesOnWall('Moment 12 of 12. The friend phones'))
  })

  it('three lines that are pasted are three notes', async () => {
    await aisha.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await aisha.page.evaluate(() => navigator.clipboard.writeText('Finds the door\nRings twice\nIs let in'))
    await aisha.page.getByRole('textbox', { name: 'The next moment' }).focus()
    await aisha.page.keyboard.press('ControlOrMeta+v')
    await both((person) => person.seesOnWall('Is let in'))
    const moments: { text: string; removed: boolean }[] = (await session.content()).moments
    const texts = moments.filter(({ removed }) => !removed).map(({ text }) => text)
    expect(texts).toHaveLength(15)
    expect(texts.filter((text) => ['Finds the door', 'Rings twice', 'Is let in'].includes(text))).toHaveLength(3)
    const wall = (await marian.wall()).map((sentence) => sentence.replace(/^Moment \d+ of \d+\. /, ''))
    const first = wall.findIndex((sentence) => sentence.startsWith('Finds the door'))
    expect(wall[first + 1]).toMatch(/^Rings twice/)
    expect(wall[first + 2]).toMatch(/^Is let in/)
  })

  it('the timer shows the same figures to everybody, also to somebody who comes late', async () => {
    await marian.press('More ways to steer')
    await marian.page.getByRole('menuitem', { name: 'Timer' }).click()
    await marian.press('Start the timer')
    await aisha.page.getByRole('timer').waitFor()
    const tom = onPhone(await stage.phone())
    await tom.join(session.link('participant'), 'Tom')
    await tom.page.getByRole('timer').waitFor()
    const left = await Promise.all([marian, aisha, tom].map(({ page }) => page.getByRole('timer').textContent()))
    const seconds = left.map((figures) => secondsOf(figures ?? ''))
    expect(Math.max(...seconds) - Math.min(...seconds), left.join(', ')).toBeLessThanOrEqual(1)
    expect(Math.min(...seconds)).toBeGreaterThan(14 * 60)
  })

  it('everybody is brought to where Marian looks', async () => {
    await both((person) => person.selects('Is asked to pay'))
    await marian.page.mouse.move(640, 400)
    await marian.page.mouse.wheel(0, -260)
    const apart = async () => {
      const [here, there] = await Promise.all([marian, aisha].map((person) => person.boxOfChosen().then(middle)))
      return Math.hypot((here?.x ?? 0) - (there?.x ?? 0), (here?.y ?? 0) - (there?.y ?? 0))
    }
    expect(await apart()).toBeGreaterThan(200)
    await marian.press('More ways to steer')
    await marian.page.getByRole('menuitem', { name: 'Bring everyone here' }).click()
    await aisha.sees('Marian brought everyone here.')
    // What Marian sees is shown whole beside Aisha's own panels, so a little smaller and not to the pixel.
    await expect.poll(apart).toBeLessThan(60)
  })

  it('Marian hands the session over, and gets it back', async () => {
    await handOver(marian, 'Aisha')
    await aisha.page.getByRole('button', { name: 'Next: Colour' }).waitFor()
    await marian.page.getByRole('button', { name: 'Next: Colour' }).waitFor({ state: 'detached' })
    await handOver(aisha, 'Marian')
    await marian.page.getByRole('button', { name: 'Next: Colour' }).waitFor()
    await aisha.page.getByRole('button', { name: 'Next: Colour' }).waitFor({ state: 'detached' })
  })

  it('who reloads in the middle of a vote keeps the seat, the name and the dots', async () => {
    await marian.press('Next: Colour')
    await marian.press('Next: Choose')
    await aisha.isIn('Choose')
    await aisha.puts('Is asked to pay')
    await aisha.sees('2 dots left')
    await aisha.page.reload()
    await aisha.isIn('Choose')
    await aisha.sees('2 dots left')
    await aisha.seesOnWall('1 dot of yours')
    await marian.press(/^People/)
    await marian.page.getByRole('dialog').getByText('Tom', { exact: true }).waitFor()
    expect(await marian.page.getByRole('dialog').getByText('Aisha', { exact: true }).count()).toBe(1)
  })

  it('nobody’s page complained', () => {
    for (const person of [marian, aisha]) expect(person.complaints).toEqual([])
  })
})

const LAST = 'A call next day: how are you feeling?'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

function secondsOf(figures: string): number {
  const [, minutes = '', seconds = ''] = /(\d+):(\d\d)/.exec(figures) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

async function handOver(from: Desk, to: string): Promise<void> {
  await from.press(/^People/)
  await from.press(`More about ${to}`)
  await from.page.getByRole('menuitem', { name: 'Hand the session over' }).click()
  await from.press('Hand it over')
  for (let step = 0; step < 3; step++) await from.page.keyboard.press('Escape')
}
