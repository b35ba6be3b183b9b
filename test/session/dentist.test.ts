import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layCable, type Cable } from '../support/cable.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone, type Phone } from '../support/phone-driver.ts'
import { openStage, picture, type Stage } from '../support/session-stage.ts'

/**
 * The dentist's board from the home page to the form, by the interface alone: Marian steers, Aisha takes part at a desk,
 * Tom on a phone of 360 px in the list, Oz looks on. The steps build on each other: the first that fails ends the session.
 */
describe('a session about a visit to the dentist', { sequential: true }, () => {
  let stage: Stage
  let cable: Cable
  let marian: Desk, aisha: Desk, oz: Desk
  let tom: Phone
  let links: { participant: string; observer: string; facilitator: string }

  beforeAll(async () => {
    stage = await openStage()
    cable = await layCable(stage.origin)
    marian = atDesk(await stage.desk())
    aisha = atDesk(await stage.desk())
    oz = atDesk(await stage.desk())
    tom = onPhone(await stage.phone())
  })
  afterAll(async () => {
    await cable?.close()
    await stage?.end()
  })

  it('Marian creates the board in one step and gets three links and a code', async () => {
    await marian.page.goto(stage.origin)
    await marian.write('Name your board', 'Harbour Street Dental')
    await marian.page.getByText('A visit to the dentist').click()
    await picture(marian, 'home-1280')
    await marian.press('Start a board')
    await marian.sees('Harbour Street Dental is ready.')
    await picture(marian, 'created-1280')
    links = await marian.linksOnPage()
    await marian.press('Open the board')
    await marian.page.getByRole('textbox').first().fill('Marian')
    await marian.page.locator('button[type=submit]').click()
    await marian.sees('What happens in the next 90 minutes')
  })

  it('S3: the wall stays closed while the why is empty, and says so', async () => {
    const open = marian.page.getByRole('button', { name: 'Open the wall for everybody' })
    expect(await open.getAttribute('aria-disabled')).toBe('true')
    await marian.write(
      'Why does this matter to us?',
      'Patients decide in the waiting room whether they tell their friends about us.',
    )
    await marian.isSaved()
  })

  it('everybody comes in by a link: a name, a place of work, the why', async () => {
    await aisha.join(links.participant.replace(stage.origin, cable.origin), 'Aisha', 'Front line')
    await tom.join(links.participant, 'Tom', 'Office')
    await oz.join(links.observer, 'Oz')
    for (const person of [aisha, oz])
      await person.sees('Patients decide in the waiting room whether they tell their friends about us.')
    await tom.sees('Patients decide in the waiting room')
    await marian.sees('front line')
    await picture(marian, 'lobby-1280')
    await picture(tom, 'lobby-360')
  })

  it('Post: they write at the same time, at a desk and on a phone, and nobody’s note is lost', async () => {
    await marian.press('Open the wall for everybody')
    for (const person of [marian, aisha, oz]) await person.isIn('Post')
    await Promise.all([
      aisha.adds('Finds somewhere to park'),
      marian.adds('Gets the reminder the day before'),
      tom.adds('Hangs up their coat'),
    ])
    for (const words of ['Finds somewhere to park', 'Gets the reminder the day before', 'Hangs up their coat']) {
      for (const person of [marian, aisha, oz]) await person.seesOnWall(words)
      await tom.sees(words)
    }
    expect(await marian.wall()).toHaveLength(13)
    expect(new Set((await marian.wall()).map(withoutDots))).toEqual(new Set((await aisha.wall()).map(withoutDots)))
    await picture(marian, 'post-1280')
    await picture(tom, 'post-360')
  })

  it('L1: Oz looks on and finds nothing to write with', async () => {
    await oz.sees('You are looking on')
    expect(await oz.page.getByRole('textbox').count()).toBe(0)
    expect(await oz.page.getByRole('toolbar', { name: 'Tools' }).count()).toBe(0)
  })

  it('Aisha’s network goes; the server is killed; what was saved is there, and what she wrote joins the wall', async () => {
    const before = await marian.wall()
    cable.cut()
    await aisha.adds('Is offered a glass of water')
    await aisha.sees(/Offline, \d change/)
    await marian.adds('Fills in a form about allergies')
    await marian.isSaved()
    await stage.killAndRestart()
    await marian.adds('Reads an old magazine')
    cable.mend()
    for (const words of ['Is offered a glass of water', 'Fills in a form about allergies', 'Reads an old magazine']) {
      for (const person of [marian, aisha, oz]) await person.seesOnWall(words)
      await tom.sees(words)
    }
    for (const person of [marian, aisha]) await person.isSaved()
    const after = await marian.wall()
    expect(after).toHaveLength(before.length + 3)
    for (const line of before)
      expect(
        after.some((now) => withoutDots(now) === withoutDots(line)),
        line,
      ).toBe(true)
  })
})

/** "Moment 3 of 13. The nurse ..." without the figures, which change when others come in. */
function withoutDots(sentence: string): string {
  return sentence.replace(/^Moment \d+ of \d+\. /, '')
}
void readFileSync
