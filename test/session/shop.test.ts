import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { byKeyboard, type Keyboard } from '../support/keyboard-driver.ts'
import { onPhone, type Phone } from '../support/phone-driver.ts'
import { openStage, seen, type Stage } from '../support/session-stage.ts'

/**
 * The form's sample row through all phases: Ruth steers from a desk, in the list and without a mouse, but for Ideas and
 * Decide on the desk's own screen; Sam takes part on a phone of 360 px; Olga looks on with a phone. The steps build on each
 * other: the first that fails ends the session.
 */
describe('a session about a shop, with the form’s sample row', () => {
  let broken = false
  let stage: Stage
  let desk: Desk
  let ruth: Keyboard
  let sam: Phone, olga: Phone
  let links: { participant: string; observer: string; facilitator: string }

  beforeAll(async () => {
    stage = await openStage()
    const seat = await stage.desk()
    desk = atDesk(seat)
    ruth = byKeyboard(seat)
    sam = onPhone(await stage.phone())
    olga = onPhone(await stage.phone())
  })
  beforeEach(() => {
    if (broken) throw new Error('An earlier step of the session failed.')
  })
  afterEach(async ({ task }) => {
    for (const person of [sam, olga]) if (person.page.url() !== 'about:blank') await person.fits()
    if (task.result?.state !== 'fail' || broken) return
    broken = true
    for (const person of [desk, sam, olga]) process.stderr.write(`${await seen(person)}\n`)
  })
  afterAll(() => stage?.end())

  it('Ruth creates the board with the keyboard, and goes in', async () => {
    await ruth.page.goto(stage.origin)
    await ruth.types('Name your board', 'Corner Store & Co.')
    await ruth.chooses(/A shop/)
    await ruth.press('Start a board')
    await desk.sees('Corner Store & Co. is ready.')
    links = await desk.linksOnPage()
    await ruth.press('Open the board')
    await ruth.reach(ruth.page.getByRole('textbox', { name: 'Your first name' }))
    await ruth.page.keyboard.press('ControlOrMeta+A')
    await ruth.page.keyboard.type('Ruth')
    await ruth.page.keyboard.press('Enter')
    await desk.sees('What happens in the next 90 minutes')
  })

  it('the others come in by a link; Ruth changes over to the list with one key and writes the why', async () => {
    await sam.join(links.participant, 'Sam', 'Front line')
    await olga.join(links.observer, 'Olga')
    await ruth.page.getByRole('button', { name: 'Share' }).focus()
    await ruth.page.keyboard.press('Shift+L')
    await ruth.types('Why does this matter to us?', 'Visitors who frown don’t come back.')
    for (const person of [sam, olga]) await person.sees('Visitors who frown don’t come back.')
    await ruth.press('Open the wall')
  })

  it('Post: the sample row is there; one moment by key, one by thumb', async () => {
    await ruth.types('The next moment', 'Finds a bag for everything')
    await ruth.page.keyboard.press('Enter')
    await sam.adds('Carries it to the car')
    for (const person of [desk, sam, olga]) {
      for (const words of ['Store first impressions', 'Finds a bag for everything', 'Carries it to the car']) {
        await person.sees(words)
      }
    }
    expect(await olga.page.getByRole('textbox').count()).toBe(0)
  })

  it('Colour: by the arrows, and by a tap', async () => {
    await ruth.press('Next: Colour')
    await sam.sees('Colour the moments')
    await desk.sees('3 of 5')
    await sam.goesTo('Carries it to the car')
    await sam.pick(/Face-to-face/)
    await ruth.chooses(/Website/)
    await ruth.press('See all')
    await olga.sees('Website')
  })

  it('Choose: dots by key and by thumb, the close by Enter twice, a shortlist of one with its reason', async () => {
    await ruth.press('Next: Choose')
    for (const moment of [SAMPLE, 'Pays at the till']) await ruth.press(`Put a dot here: ${moment}`)
    await sam.puts(SAMPLE)
    await sam.tap('I’m finished')
    await olga.seesNot('2 dots')
    await ruth.hold('Hold to close the vote')
    await olga.sees(/The vote is closed/)
    await ruth.press(/^(Change|Choose the moments)$/)
    await keepsOnlyTheSample()
    await ruth.press('Next: Assess')
  })

  it('Assess: what the row says stands already; two grades, the spread, the team’s', async () => {
    await sam.write('What do they expect of us here?', 'To find their way in a three second look.')
    await ruth.press('Let everybody grade')
    await desk.sees('To find their way in a three second look.')
    for (const person of [sam, olga]) await person.sees('How do we do today?')
    await ruth.chooses(/Miserable/)
    await ruth.press('Give my grade')
    await sam.pick(/Miserable/)
    await sam.tap('Give my grade')
    await desk.sees('2 of 2 graded')
    await ruth.hold('Hold to reveal')
    await desk.sees('Here is the spread.')
    await ruth.chooses('Miserable')
    await ruth.press('Next: Ideas')
  })

  it('Ideas and Decide, with Ruth at the desk’s own screen', async () => {
    await sam.write('Your idea', 'Footprints on the floor, a colour for each department')
    await sam.tap('Add')
    await ruth.page.keyboard.press('Shift+L')
    await desk.isIn('Ideas')
    await ruth.types('Your idea', 'A greeter who hands out maps')
    await ruth.page.keyboard.press('Enter')
    await ruth.hold('Hold to open Decide')
    await sam.sees('1 more on the table')
    await desk.judges('Footprints on the floor', 'Has merit')
    await desk.judges('A greeter who hands out maps', 'Park it')
    await ruth.types('Until when, or why?', 'when the season begins')
    await ruth.page.keyboard.press('Enter')
    await olga.sees('Parked: when the season begins')
    await ruth.press('Next: Plan')
  })

  it('Plan: the sample’s action finds its owner on the phone', async () => {
    await desk.isIn('Plan')
    await sam.takesIt()
    await desk.sees('1 of 2 agree')
    await ruth.page.keyboard.press('Shift+L')
    await ruth.press('Next question')
    await ruth.types('First small step', 'Sam photographs every sign by Friday')
    await sam.isSaved()
  })

  it('the form and the date of the next session come home, to the byte', async () => {
    await ruth.takes('Menu', 'The planning form')
    await ruth.press('Book next session')
    await ruth.reach(ruth.page.getByLabel('Day'))
    await ruth.page.getByLabel('Day').fill('2027-01-15')
    await ruth.page.getByLabel('Time').fill('08:30')
    await ruth.press('Book it')
    const calendar = (await ruth.receives('Save it for my calendar')).toString('utf8')
    await ruth.page.keyboard.press('Escape')
    await ruth.press('Export')
    await ruth.chooses(/CSV/)
    const csv = await ruth.receives('Save the CSV file')
    await ruth.press('More kinds of file')
    await ruth.chooses(/Markdown/)
    const markdown = await ruth.receives('Save the Markdown file')
    expect(csv.toString('utf8')).toBe(committed('shop-form.csv'))
    expect(markdown.toString('utf8')).toBe(committed('shop-form.md'))
    expect(calendar).toContain(`UID:${/\/b\/(\w+)/.exec(ruth.page.url())?.[1]}@momentous`)
    expect(lasting(calendar)).toBe(committed('shop-next-session.ics'))
  })

  it('nobody’s page complained', () => {
    for (const person of [desk, sam, olga]) expect(person.complaints).toEqual([])
  })

  /** In the dialog: every tick goes but the sample's, and the reason goes on the record. */
  async function keepsOnlyTheSample(): Promise<void> {
    const boxes = ruth.page.getByRole('checkbox')
    await boxes.first().waitFor()
    for (const moment of await ruth.page.getByRole('listitem').filter({ has: boxes }).all()) {
      const box = moment.getByRole('checkbox')
      const wanted = (await moment.textContent())?.includes(SAMPLE) === true
      if ((await box.isChecked()) === wanted) continue
      await ruth.reach(box)
      await ruth.page.keyboard.press('Space')
    }
    await ruth.types('The reason', 'It is the first thing that everybody sees.')
    await ruth.press('Keep this one')
  }
})

const SAMPLE = 'Store first impressions'
const committed = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The file without what belongs to this board and this minute. */
function lasting(calendar: string): string {
  return calendar.replace(/^(UID|SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '')
}
