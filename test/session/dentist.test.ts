import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { layCable, type Cable } from '../support/cable.ts'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { onPhone, type Phone } from '../support/phone-driver.ts'
import { readCsv } from '../support/read-csv.ts'
import { readDocx } from '../support/read-docx.ts'
import { openStage, picture, seen, type Stage } from '../support/session-stage.ts'

/**
 * The dentist's board from the home page to the form, by the interface alone: Marian steers, Aisha takes part at a desk,
 * Tom on a phone of 360 px in the list, Oz looks on. The steps build on each other: the first that fails ends the session.
 */
describe('a session about a visit to the dentist', () => {
  let broken = false
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
  beforeEach(() => {
    if (broken) throw new Error('An earlier step of the session failed.')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return
    broken = true
    for (const person of [marian, aisha, tom, oz]) process.stderr.write(await seen(person))
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

  it('Colour: a key at the desk, a row on the phone', async () => {
    await marian.press('Next: Colour')
    await aisha.isIn('Colour')
    await aisha.selects('Gets the reminder the day before')
    await aisha.page.keyboard.press('5')
    await tom.goesTo('Finds somewhere to park')
    await tom.pick(/Website/)
    await marian.seesOnWall('Gets the reminder the day before. Email')
    await marian.seesOnWall('Finds somewhere to park. Website')
    await picture(marian, 'colour-1280')
    await picture(tom, 'colour-360')
  })

  it('V1: Choose: three secret dots each; nobody sees a count before the close', async () => {
    await marian.press('Next: Choose')
    for (const person of [marian, aisha, oz]) await person.isIn('Choose')
    for (const words of [DESK, PAYING, CALL]) await marian.puts(words)
    await aisha.page.keyboard.press('Shift+L')
    for (const words of [DESK, DESK, CALL]) await aisha.puts(words)
    for (const words of [DESK, PAYING, CALL]) await tom.puts(words)
    await tom.tap('I’m finished')
    await picture(marian, 'choose-1280')
    await picture(tom, 'choose-360')
    for (const person of [marian, oz]) expect((await person.wall()).filter(tellsCount)).toEqual([])
    await aisha.page.keyboard.press('Shift+L')
    await marian.hold('Hold to close the vote')
    await oz.sees(/The vote closes in \d/)
    for (const person of [marian, aisha, oz]) await person.seesOnWall(`${DESK}. Face-to-face, group. 4 dots`)
    await picture(marian, 'closed-vote-1280')
  })

  it('V2: six are refused with a sentence; three are kept', async () => {
    await marian.press('Change')
    for (const box of (await marian.page.getByRole('checkbox').all()).slice(3, 9)) await box.check({ force: true })
    await marian.sees('Five at most, so that you finish them. Which one can wait?')
    await marian.press('Leave it as it was')
    await marian.press('Keep these three')
    await marian.press('Next: Assess')
  })

  it('Assess: what they expect, blind grades, the spread, the team’s grade', async () => {
    for (const person of [marian, aisha, oz]) await person.isIn('Assess')
    await assess('Seen within ten seconds of coming in.', 'Miserable', 'assess')
    await aisha.write('Description', 'From the door to the desk')
    await aisha.write('Issue or problem', 'The sign is behind the plant, "again"')
    await aisha.isSaved()
    await marian.pickTeamsGrade('Miserable')
    await assess('Told the price, then how to pay.', 'Neutral')
    await marian.pickTeamsGrade('Neutral')
    await assess('Nobody expects a call.', 'Magical')
    await marian.pickTeamsGrade('Magical')
  })

  it('Ideas: without names, in one batch; builds, a concern, the bell', async () => {
    await marian.press('Next: Ideas')
    for (const person of [marian, aisha, oz]) await person.isIn('Ideas')
    await tom.write('Your idea', 'A dog that lives at the desk')
    await tom.tap('Add')
    await aisha.raises('A sign that hangs from the ceiling')
    await aisha.seesNot('A dog that lives at the desk')
    await marian.raises('Somebody stands up and says hello')
    for (const idea of IDEAS) for (const person of [marian, aisha, oz, tom]) await person.sees(idea)
    await aisha.builds('A dog that lives at the desk', 'it carries the form over')
    await tom.concerns('Some people are afraid of dogs')
    await tom.tap('Ring the bell')
    await oz.sees('The bell. We build on ideas now.')
    await oz.seesNot('Some people are afraid of dogs')
    await picture(marian, 'ideas-1280')
    await picture(tom, 'ideas-360')
    await marian.hold('Hold to open Decide')
  })

  it('Decide: concerns without a name; merit or parked', async () => {
    for (const person of [marian, aisha, oz]) await person.isIn('Decide')
    for (const person of [marian, aisha, oz]) await person.sees('it carries the form over')
    for (const person of [marian, aisha, oz, tom]) await person.sees('Some people are afraid of dogs')
    await marian.judges('A sign that hangs from the ceiling', 'Has merit')
    await marian.judges('A dog that lives at the desk', 'Park it')
    await marian.write('Until when, or why?', 'until the new floor is in')
    await marian.press('Park it')
    for (const person of [marian, aisha, oz, tom]) await person.sees('Parked: until the new floor is in')
    await picture(marian, 'decide-1280')
    await picture(tom, 'decide-360')
    await marian.press('Next: Plan')
  })

  it('Plan: who does what by when, at a desk and on the phone', async () => {
    for (const person of [marian, aisha, oz]) await person.isIn('Plan')
    await aisha.press('A sign that hangs from the ceiling')
    await aisha.write('What will be done', 'Hang the sign from the ceiling, lit')
    await aisha.write('First small step', 'Aisha asks the printer, by Friday')
    await aisha.page.getByLabel('By when?').fill('2026-12-04')
    await aisha.isSaved()
    await tom.takesIt()
    await marian.sees('1 of 3 agree')
    await marian.press('Next priority')
    await marian.press('Add an action')
    await marian.write('What will be done', 'Say the price before, in euros & cents')
    await marian.press('Next priority')
    await marian.press('Add an action')
    await marian.write('What will be done', '=Every extraction, every day')
    await marian.isSaved()
    await picture(marian, 'plan-1280')
    await picture(tom, 'plan-360')
  })

  it('the form comes home, to the byte', async () => {
    const csv = await marian.savesForm('CSV', 'Save the CSV file')
    expect(csv.toString('utf8')).toBe(FORM)
    const word = readDocx(await marian.savesForm('Word', 'Save the Word file'))
    expect(word.tables[0]?.length).toBe(readCsv(FORM).length)
    expect(word.parts['word/document.xml']).toMatch(/\d{4}, 3 people/)
    await oz.sees('Hang the sign from the ceiling, lit')
  })

  it('nobody’s page complained', () => {
    for (const person of [marian, aisha, tom, oz]) expect(person.complaints).toEqual([])
  })

  /** The priority before everybody, from its expectation to the spread. */
  async function assess(expectation: string, grade: string, name?: string): Promise<void> {
    await aisha.write('What do they expect of us here?', expectation)
    await marian.press('Let everybody grade')
    for (const person of [marian, aisha]) {
      await person.pick(new RegExp(grade))
      await person.press('Give my grade')
    }
    await tom.pick(/Neutral/)
    if (name !== undefined) await picture(tom, `${name}-360`)
    await tom.tap('Give my grade')
    await marian.sees('3 of 3 graded')
    await marian.hold('Hold to reveal')
    await marian.sees('Here is the spread.')
    if (name !== undefined) await picture(marian, `${name}-1280`)
  }
})

const DESK = 'Walks in and looks for the desk'
const PAYING = 'Is asked to pay at the desk'
const CALL = 'A call next day: how are you feeling?'
const IDEAS = [
  'A dog that lives at the desk',
  'A sign that hangs from the ceiling',
  'Somebody stands up and says hello',
]
const FORM = readFileSync(new URL('dentist-form.csv', import.meta.url), 'utf8')

const tellsCount = (sentence: string) => /\d dots?\.(?! of yours)/.test(sentence.replace(/\d dots? of yours\./, ''))

/** "Moment 3 of 13. The nurse ..." without the figures, which change when others come in. */
function withoutDots(sentence: string): string {
  return sentence.replace(/^Moment \d+ of \d+\. /, '')
}
