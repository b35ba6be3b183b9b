import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { byKeyboard, type Keyboard } from '../support/keyboard-driver.ts'
import { onPhone, type Phone } from '../support/phone-driver.ts'
import { showsFocus, standsOn, watchPointers } from '../support/pointers-seen.ts'
import { openStage, seen, type Stage } from '../support/session-stage.ts'
import { tapsNote } from '../support/wall-finger.ts'

/**
 * The form’s sample row through all phases: Ruth steers from a desk without a mouse, on the wall and, for the plan, in the
 * list; Sam takes part with one finger on a phone of 360 px, in the list and, for colours and dots, on the wall; Olga looks
 * on with a phone. The steps build on each other: the first that fails ends the session.
 */
describe('a session about a shop, with the form’s sample row', () => {
  let broken = false
  let stage: Stage
  let desk: Desk
  let ruth: Keyboard
  let sam: Phone, olga: Phone
  let ruthsPointers: () => readonly string[], samsPointers: () => readonly string[]
  let links: { participant: string; observer: string }

  beforeAll(async () => {
    stage = await openStage()
    const seat = await stage.desk()
    await seat.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    ruthsPointers = await watchPointers(seat)
    desk = atDesk(seat)
    ruth = byKeyboard(seat)
    const phone = await stage.phone()
    samsPointers = await watchPointers(phone)
    sam = onPhone(phone)
    olga = onPhone(await stage.phone())
  })
  beforeEach(() => {
    if (broken) throw new Error('An earlier step of the session failed.')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'pass') await showsFocus(ruth)
    for (const person of [sam, olga]) if (person.page.url() !== 'about:blank') await person.fits()
    if (task.result?.state !== 'fail' || broken) return
    broken = true
    for (const person of [desk, sam, olga]) process.stderr.write(`${await seen(person)}\n`)
  })
  afterAll(() => stage?.end())

  const clipboard = () => ruth.page.evaluate(() => navigator.clipboard.readText())

  it('Ruth creates the board with the keyboard, and goes in', async () => {
    await ruth.page.goto(stage.origin)
    await ruth.types('Name your board', 'Corner Store & Co.')
    await ruth.chooses(/A shop/)
    await ruth.press('Start a board')
    await desk.sees('Corner Store & Co. is ready.')
    links = { participant: await copied(/Participant link/), observer: await copied(/Observer link/) }
    await ruth.press('Open the board')
    // The field has the focus, and the name that stands in it is chosen.
    await ruth.page.getByRole('textbox', { name: 'Your first name' }).waitFor()
    await ruth.page.keyboard.type('Ruth')
    await ruth.page.keyboard.press('Enter')
    await desk.sees('What happens in the next 90 minutes')
  })

  it('the others come in by a link; Ruth writes the why', async () => {
    await sam.join(links.participant, 'Sam', 'Front line')
    await olga.join(links.observer, 'Olga')
    await ruth.types('Why does this matter to us?', 'Visitors who frown don’t come back.')
    for (const person of [sam, olga]) await person.sees('Visitors who frown don’t come back.')
    await ruth.press('Open the wall for everybody')
  })

  it('Post: the sample row is there; one moment by key, one by thumb', async () => {
    await ruth.types('The next moment', 'Finds a bag for everything')
    await ruth.page.keyboard.press('Enter')
    await sam.adds('Carries it to the car')
    for (const words of [SAMPLE, 'Finds a bag for everything', 'Carries it to the car']) {
      await desk.seesOnWall(words)
      for (const person of [sam, olga]) await person.sees(words)
    }
    expect(await olga.page.getByRole('textbox').count()).toBe(0)
  })

  it('the tools are one stop of the Tab key, and arrows walk them', async () => {
    const tools = ruth.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button')
    await ruth.reach(tools)
    for (const [key, tool] of [
      ['ArrowDown', 'Hand'],
      ['ArrowDown', 'Note'],
      ['ArrowUp', 'Hand'],
      ['Home', 'Select'],
    ] as const) {
      await ruth.page.keyboard.press(key)
      expect(await standsOn(ruth)).toBe(tool)
    }
    await ruth.page.keyboard.press('Tab')
    expect(await standsOn(ruth)).toBe('The wall')
  })

  it('Colour: by the digit of a type, and by a tap on the wall', async () => {
    await ruth.press('Next: Colour')
    await sam.sees('Colour the moments')
    await desk.sees('3 of 5')
    await desk.selects('Finds a bag for everything')
    await ruth.page.keyboard.press('6')
    await desk.seesOnWall('Finds a bag for everything. Website')
    await sam.tap('Menu')
    await sam.page.getByRole('menuitem', { name: 'Show the wall' }).tap()
    await sam.tap(/^Face-to-face/)
    await tapsNote(sam, 'Carries it to the car')
    await desk.seesOnWall('Carries it to the car. Face-to-face')
    await olga.sees('Website')
  })

  it('Choose: dots by key and by thumb, the close by Enter twice, a shortlist of one with its reason', async () => {
    await ruth.press('Next: Choose')
    await sam.sees('3 dots left')
    for (const moment of [SAMPLE, 'Pays at the till']) await desk.puts(moment)
    await tapsNote(sam, SAMPLE)
    await sam.sees('2 dots left')
    await sam.tap('I’m finished')
    await olga.seesNot('2 dots')
    await ruth.hold('Hold to close the vote')
    await olga.sees(/The vote is closed/)
    const heard = ruth.page.getByRole('alert').filter({ hasText: 'The vote is closed. Two people put 3 dots.' })
    await heard.waitFor({ state: 'attached' })
    await sam.tap('List')
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
    await desk.isIn('Ideas')
    await ruth.types('Your idea', 'A greeter who hands out maps')
    await ruth.page.keyboard.press('Enter')
    await ruth.hold('Hold to open Decide')
    await sam.sees('1 more on the table')
    await ruth.judges('Footprints on the floor', 'Has merit')
    await ruth.judges('A greeter who hands out maps', 'Park it')
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

  it('Ruth touched no mouse, and Sam nothing but the glass', () => {
    expect(ruthsPointers()).toEqual([])
    expect(samsPointers()).toEqual(['touch'])
  })

  it('nobody’s page complained', () => {
    for (const person of [desk, sam, olga]) expect(person.complaints).toEqual([])
  })

  /** What the copy button of that row puts on the clipboard. */
  async function copied(row: RegExp): Promise<string> {
    await ruth.reach(ruth.page.getByRole('button', { name: row }))
    await ruth.page.keyboard.press('Enter')
    await expect.poll(clipboard).toContain('/b/')
    const link = await clipboard()
    await ruth.page.evaluate(() => navigator.clipboard.writeText(''))
    return link
  }

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
