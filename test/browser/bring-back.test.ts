import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { doorsStage } from '../support/doors-stage.ts'

const DESK = { viewport: { width: 1280, height: 800 }, bypassCSP: true } satisfies BrowserContextOptions
const PHONE = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  bypassCSP: true,
  colorScheme: 'dark',
} satisfies BrowserContextOptions

const doors = doorsStage()

const wordsOnBoard = async (): Promise<string[]> =>
  (await doors().session.content()).moments
    .filter(({ removed }: { removed: boolean }) => !removed)
    .map(({ text }: { text: string }) => text)

const formAsCsv = async () =>
  (
    await fetch(`${doors().origin}/api/boards/${doors().session.board}/form.csv?sheet=extended&rows=all`, {
      headers: { authorization: `Bearer ${doors().session.tokens.facilitator}` },
    })
  ).text()

async function openDialog(options: BrowserContextOptions): Promise<Page> {
  const context = await doors().browser.newContext(options)
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(doors().session.link('facilitator'))
  await page.getByRole('button', { name: /Go in|Join/u }).click()
  await openAgain(page)
  return page
}

async function openAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(The practice|Menu)$/u }).click()
  await page.getByRole('menuitem', { name: 'Bring a file back' }).click()
  await page.getByRole('dialog', { name: 'Bring a file back' }).waitFor()
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

it('a file comes back: a wrong one is told in words, a right one shows what it changes, is decided, done and taken back', async () => {
  const page = await openDialog(DESK)
  const [first = '', second = ''] = await wordsOnBoard()
  const csv = (await formAsCsv()).replace(first, 'Rings the bell').replace(second, 'Out of the file')
  const { moments } = await doors().session.content()
  const { id } = moments.find(({ text }: { text: string }) => text === second)
  const edit = { root: 'moments', id, key: 'text', index: 0, remove: second.length, insert: 'On the board' }
  await doors().session.done(doors().session.tokens.facilitator, 'edit-text', edit)
  const input = page.locator('input[type=file]')
  await input.setInputFiles(file('holiday.csv', 'a photograph'))
  await page.getByText('No column of this file is headed MOMENT OF TRUTH').waitFor()
  await input.setInputFiles(file('form.csv', csv))
  await page.getByText('1 change, 1 to decide.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByText('Both', { exact: true }).click()
  await page.getByRole('button', { name: 'Make 2 changes' }).click()
  await page.getByText('The board has it. 2 changes.').waitFor()
  await expect.poll(wordsOnBoard).toEqual(expect.arrayContaining(['Rings the bell', 'On the board\nOut of the file']))
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('The board is as it was.').waitFor()
  await expect.poll(wordsOnBoard).toEqual(expect.arrayContaining([first, 'On the board']))
  await page.context().close()
})

it('rows that are missing and another order change nothing until a person says so, and are taken back with the rest', async () => {
  const page = await openDialog(DESK)
  const out = await formAsCsv()
  const [head = '', first = '', second = '', ...others] = out.split(/\r\n(?=[^\r\n])/u)
  const wordsOf = (row: string) => /^[^,]*/u.exec(row)?.[0] ?? ''
  const order = async () =>
    (await formAsCsv())
      .split(/\r\n(?=[^\r\n])/u)
      .slice(1)
      .map(wordsOf)
  const before = await order()
  const gone = others.at(-1) ?? ''
  const edited = [head, second, first, ...others.slice(0, -1)].join('\r\n')
  await page.locator('input[type=file]').setInputFiles(file('form.csv', `${edited}\r\n`))
  await page.getByText('Another order of rows, 1 moment not in the file.').waitFor()
  const save = page.getByRole('button', { name: 'Make 0 changes' })
  expect(await save.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('File', { exact: true }).click()
  const row = page.getByRole('checkbox', { name: new RegExp(`${wordsOf(gone)}.*taken out of the file`, 'u') })
  expect(await row.isChecked()).toBe(false)
  await row.check({ force: true })
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Make 2 changes' }).click()
  await page.getByText('The board has it. 2 changes.').waitFor()
  expect(await order()).toEqual([wordsOf(second), wordsOf(first), ...before.slice(2, -1)])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await openAgain(page)
  await page.getByText('“form.csv” made 2 changes on this board.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('The board is as it was.').waitFor()
  expect(await order()).toEqual(before)
  expect(await page.getByRole('button', { name: 'Take it back' }).count()).toBe(0)
  await page.context().close()
})

it('on a phone, in the dark, columns that nobody knows are named by a person', async () => {
  const page = await openDialog(PHONE)
  await page
    .locator('input[type=file]')
    .setInputFiles(file('touchpoints.csv', 'Kontakt;Notiz\r\nDie Klingel;leise\r\n'))
  await page.getByText('Say first which column names the moments').waitFor()
  await page.getByText('leise', { exact: true }).waitFor()
  await page.getByLabel('Kontakt').selectOption('MOMENT OF TRUTH')
  await page.getByText('new moment').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Make 1 change' }).tap()
  await page.getByText('The board has it. 1 change.').waitFor()
  await expect.poll(wordsOnBoard).toContain('Die Klingel')
  await page.getByRole('button', { name: 'Close' }).last().tap()
  await takesBackBoth(page)
  await page.context().close()
})

/** Another board comes after the form, and the page takes both off again, the last one first, however often the dialog is closed. */
async function takesBackBoth(page: Page): Promise<void> {
  const before = await wordsOnBoard()
  await openAgain(page)
  await page.locator('input[type=file]').setInputFiles(await boardAsJson())
  await page.getByRole('button', { name: 'Add it to this board' }).tap()
  await page.getByText('It is on the board.').waitFor()
  await page.keyboard.press('Escape')
  await openAgain(page)
  await page.getByText('“board.json” was added to this board.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await page.getByRole('button', { name: 'Take it back' }).tap()
  await page.getByText('It is off the board again.').waitFor()
  expect(await wordsOnBoard()).toEqual(before)
  await page.getByText('“touchpoints.csv” made 1 change on this board.').waitFor()
  await page.getByRole('button', { name: 'Take it back' }).tap()
  await page.getByText('The board is as it was.').waitFor()
  expect(await wordsOnBoard()).toEqual(before.filter((words) => words !== 'Die Klingel'))
}

const boardAsJson = async () => {
  const headers = { authorization: `Bearer ${doors().session.tokens.facilitator}` }
  const response = await fetch(`${doors().origin}/api/boards/${doors().session.board}/board.json`, { headers })
  return { name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(await response.arrayBuffer()) }
}

it('another board comes onto this one on a phone: what it brings, that it is here twice then, and off again', async () => {
  const page = await openDialog(PHONE)
  const before = await wordsOnBoard()
  await page.locator('input[type=file]').setInputFiles(await boardAsJson())
  await page.getByText(`${before.length} moments`, { exact: true }).waitFor()
  await page.getByText('All its moments stand here already, word for word.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Add it to this board' }).tap()
  await page.getByText('It is on the board.').waitFor()
  expect(await wordsOnBoard()).toHaveLength(2 * before.length)
  await page.getByRole('button', { name: 'Take it back' }).tap()
  await page.getByText('It is off the board again.').waitFor()
  expect(await wordsOnBoard()).toEqual(before)
  await page.getByRole('button', { name: 'Another file' }).tap()
  await page.getByRole('dialog', { name: 'Bring a file back' }).waitFor()
  await page.context().close()
})

it('a board’s file becomes a new board on the first page; another file is told what it is', async () => {
  const page = await (await doors().browser.newContext(DESK)).newPage()
  await page.goto(doors().origin)
  const input = page.locator('input[type=file]')
  await input.setInputFiles(file('form.csv', 'MOMENT OF TRUTH'))
  await page.getByText('A board’s file ends in .json or .html.').waitFor()
  const { title } = (await doors().session.content()).session
  await input.setInputFiles(await boardAsJson())
  await page.getByRole('heading', { name: `${title} is ready.` }).waitFor()
  await page.context().close()
})
