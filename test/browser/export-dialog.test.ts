import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'
import { readCsv, unguard } from '../support/read-csv.ts'

let fixture: FixtureServer
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  fixture = await serveFixture('panels')
  browser = await launchChromium()
  const permissions = ['clipboard-read', 'clipboard-write']
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions, reducedMotion: 'reduce' })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  await page.goto(`${fixture.page}?phase=plan`)
  await page.locator('.top-bar').waitFor()
  await page.evaluate(() => {
    const { live } = window.desk.store
    live.set({ shortlist: { moments: live.line().slice(0, 3), reason: '' } })
  })
  await says('=Rings, "twice"')
})

afterAll(async () => {
  await browser.close()
  await fixture.close()
})

const button = (name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).last()
const open = async () => {
  await button('Export').click()
  await page.locator('dialog[open]').waitFor()
}
const close = async () => {
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
}
const choose = (name: RegExp) => page.getByRole('radio', { name }).check({ force: true })
/** Somebody writes this into the first moment. */
const says = (insert: string) =>
  page.evaluate((words) => {
    const { live, records } = window.desk.store
    const [id] = live.line()
    const remove = id === undefined ? 0 : (records.moments.get(id)?.text.length ?? 0)
    live.run('edit-text', { root: 'moments', id, key: 'text', index: 0, remove, insert: words })
  }, insert)
const radios = () => page.getByRole('radio').count()

async function saves(name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
  const parts: Uint8Array[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Uint8Array)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) }
}

describe('taking the form home', () => {
  it('shows what is in the file, saves it, and remembers the choice', async () => {
    await open()
    const few = await radios()
    await button('More kinds of file').click()
    expect(await radios()).toBeGreaterThan(few + 5)
    await button('Fewer kinds of file').click()
    await choose(/^CSV/)
    await page.getByText('All moments', { exact: true }).click()
    await page.getByText('Untouched prompts too', { exact: true }).click()
    const shown = await page.locator('.export-preview tbody tr').first().locator('td').allTextContents()
    expect(shown[0]).toBe('=Rings, "twice"')
    const { name, bytes } = await saves('Save the CSV file')
    expect(name).toBe('Harbour Street Dental.csv')
    const rows = readCsv(bytes.toString('utf8').replace(/^\ufeff/u, ''))
    expect(rows[1]?.map(unguard)).toEqual(shown)
    expect(rows).toHaveLength(11)
    await close()
    await open()
    expect(await page.getByRole('radio', { name: /^CSV/ }).isChecked()).toBe(true)
    expect(await page.getByLabel('Untouched prompts too').isChecked()).toBe(true)
  })

  it('has what is chosen beside all kinds of file, under what they are of, and keeps it in sight folded', async () => {
    await button('More kinds of file').click()
    const groups = page.getByRole('group', { name: 'Kind of file' }).getByRole('group')
    expect(await groups.locator('legend').allTextContents()).toEqual(['The form', 'Actions and calendar', 'The board'])
    const of = (name: string) => page.getByRole('group', { name, exact: true }).getByRole('radio')
    await page.getByRole('radio', { name: /^CSV/ }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /^Trello/ }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1)
    await of('The board').last().check({ force: true })
    await of('The board').last().scrollIntoViewIfNeeded()
    const inSight = page.getByText('Everything on the wall and in the form.')
    const frame = await page.locator('.dialog-body').boundingBox()
    const told = await inSight.boundingBox()
    expect([told && frame && told.y >= frame.y, told && frame && told.y < frame.y + 60]).toEqual([true, true])
    await button('Fewer kinds of file').click()
    expect(await page.getByRole('radio', { name: /^The whole board/ }).isChecked()).toBe(true)
    await choose(/^CSV/)
    expect(await of('The board').count()).toBe(1)
  })

  it('follows the board while it is open', async () => {
    await says('Somebody else wrote this')
    await page.locator('.export-preview').getByText('Somebody else wrote this').waitFor()
  })

  it('writes a workbook on this device, and says what is lacking in the calendar', async () => {
    await choose(/^Excel/)
    const { name, bytes } = await saves('Save the Excel file')
    expect([name, bytes.subarray(0, 2).toString()]).toEqual(['Harbour Street Dental.xlsx', 'PK'])
    await button('More kinds of file').click()
    await choose(/^Calendar/)
    await page.getByText('Nothing is in it yet.').waitFor()
    await button('Save the calendar file').click()
    await page.getByText('No action has a date yet. Give one a date first.').waitFor()
  })

  it('says that it writes when that takes a while, and lets go when asked', async () => {
    await page.route('**/form.docx?**', () => {})
    await choose(/^Picture/)
    await button('Choose the picture').waitFor()
    await choose(/^Word/)
    await button('Save the Word file').click()
    await button('Writing the file').waitFor()
    await button('Cancel').click()
    await button('Save the Word file').waitFor()
    expect(await page.locator('.field-trouble').count()).toBe(0)
    await page.unroute('**/form.docx?**')
    await page.route('**/form.docx?**', (route) =>
      route.fulfill({ status: 503, json: { error: { message: 'The disk of the server is full.' } } }),
    )
    await button('Save the Word file').click()
    await page.getByText('The disk of the server is full.').waitFor()
  })

  it('names what works offline', async () => {
    await page.evaluate(() => window.desk.store.status.set({ ...window.desk.store.status.get(), state: 'offline' }))
    expect(await button('Save the Word file').getAttribute('aria-disabled')).toBe('true')
    const sentence = /“Word” is written by the server\. These work: Excel, CSV/u
    expect(await page.getByText(sentence).count()).toBeGreaterThan(0)
    await choose(/^CSV/)
    expect((await saves('Save the CSV file')).name).toBe('Harbour Street Dental.csv')
    await page.evaluate(() => window.desk.store.status.set({ ...window.desk.store.status.get(), state: 'online' }))
  })

  it.each([
    ['with the clipboard of a safe page', true, /^Markdown/],
    ['over plain http', false, /^CSV/],
  ])('copies the form as a table and as cells, %s', async (_way, safe, kind) => {
    await page.evaluate(
      (value) => Object.defineProperty(window, 'isSecureContext', { value, configurable: true }),
      safe,
    )
    await choose(kind)
    await page.evaluate(() => navigator.clipboard.writeText('something older'))
    await says('=Rings "twice"\nand waits')
    await button('Copy the table').click()
    await button('Copied').waitFor()
    expect(await pastedInto('div')).toMatchObject([
      ['MOMENT OF TRUTH', 'DESCRIPTION', 'ISSUE/PROBLEM', 'RANKING', 'ACTION'],
      ['=Rings "twice"\nand waits', '', '', '', ''],
    ])
    const text = await pastedInto('textarea')
    expect(String(text).split('\n')[0]).toBe('MOMENT OF TRUTH\tDESCRIPTION\tISSUE/PROBLEM\tRANKING\tACTION')
    expect(String(text)).toContain(`"'=Rings ""twice""\nand waits"\t`)
    await button('Copied').waitFor()
    await page.evaluate(() => delete (window as { isSecureContext?: boolean }).isSecureContext)
  })

  it('is reached by everybody, and fits a phone', async () => {
    expect(await axeFindings(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    const box = await page.locator('.dialog-body').evaluate((body) => [body.scrollWidth, body.clientWidth])
    expect(box[0]).toBe(box[1])
    expect(await axeFindings(page)).toEqual([])
  })

  it('is at hand without a shortlist, too', async () => {
    await close()
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.evaluate(() => window.desk.store.live.set({ shortlist: null }))
    await page.getByText('There is no shortlist to work on.').waitFor()
    await open()
    expect(await radios()).toBeGreaterThan(3)
    await close()
  })
})

/** Pastes with the keys into a field beside the board, and gives what it holds: the first rows of a table, or the text. */
async function pastedInto(kind: 'div' | 'textarea'): Promise<unknown> {
  await page.evaluate((name) => {
    const field = Object.assign(document.createElement(name), { id: 'pasted', contentEditable: 'true' })
    document.querySelector('dialog[open]')?.append(field)
    field.focus()
  }, kind)
  await page.keyboard.press('Control+v')
  return page.evaluate(() => {
    const field = document.querySelector<HTMLElement>('#pasted')
    const rows = [...(field?.querySelectorAll('tr') ?? [])].slice(0, 2)
    const held = rows.map((row) => [...row.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText))
    const text = field instanceof HTMLTextAreaElement ? field.value : ''
    field?.remove()
    return held.length > 0 ? held : text
  })
}
