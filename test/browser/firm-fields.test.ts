import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { doorsServer } from '../support/doors-server.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { root } from '../support/sources.ts'

const logo = join(root, 'client/public/icon-192.png')
let server: Awaited<ReturnType<typeof doorsServer>>
let browser: Browser
let session: TestSession
let folder: string

beforeAll(async () => {
  server = await doorsServer()
  browser = await launchChromium()
  folder = mkdtempSync(join(tmpdir(), 'momentous-kept-'))
  session = await buildSession(server.origin)
  await session.go('post')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
})

async function saved(page: Page, press: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: press }).click(),
  ])
  return readFileSync(await download.path())
}

it('a firm gets its name and its logo on the form, whatever a colleague sets at that moment; the form leaves blank, too', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true })).newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.origin}/b/${session.board}#${session.tokens.facilitator}`)
  await page.getByRole('button', { name: /Go in|Join/u }).click()
  const menu = page.getByRole('button', { name: 'The practice', exact: true })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByLabel('Whose form is it?').fill('Harbour Dental')
  await dialog.locator('input[type=file]').setInputFiles(logo)
  await dialog.getByRole('img', { name: 'The logo' }).waitFor()
  await session.done(session.tokens.facilitator, 'set-session', { customer: 'guest', firm: 'Another firm' })
  await dialog.getByText('Somebody has changed whose form it is while this was open.').waitFor()
  expect(await dialog.getByLabel('What do you call a customer?').inputValue()).toBe('guest')
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Keep these settings' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { firm, customer, logo: hash } = (await session.content()).session
  expect([firm, customer, hash]).toEqual(['Harbour Dental', 'guest', expect.stringMatching(/^[0-9a-f]{64}$/u)])

  await menu.click()
  await page.getByRole('menuitem', { name: 'The planning form' }).click()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'More kinds of file' }).click()
  await page.getByText('Web page', { exact: true }).click()
  const written = (await saved(page, 'Save the web page')).toString()
  expect(written).toMatch(
    /<img class="logo" alt="Logo of Harbour Dental" width="56" height="56" src="data:image\/png;base64,/u,
  )
  const blank = (await saved(page, 'Save the blank form')).toString()
  expect(blank).toContain('By post communication')
  expect(blank).not.toContain('Phones to book a visit')
  await page.getByText('PDF', { exact: true }).click()
  expect((await saved(page, 'Save the blank form')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await axeFindings(page)).toEqual([])

  await page.getByText('One file to keep', { exact: true }).click()
  await page.getByRole('button', { name: 'Choose the file to keep' }).click()
  const pictures = page.getByRole('dialog', { name: 'Save a picture' })
  await pictures.waitFor()
  expect(await pictures.getByRole('radio', { name: 'One file to keep' }).isChecked()).toBe(true)
  await opensAlone(await saved(page, 'Save the file'))
  await page.context().close()
})

/** Without the network and anybody's server it shows the board in the letters that it was measured in. */
async function opensAlone(file: Buffer): Promise<void> {
  const path = join(folder, 'kept.html')
  writeFileSync(path, file)
  const page = await (await browser.newContext({ offline: true })).newPage()
  await page.goto(pathToFileURL(path).href)
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => Array.from(document.fonts, ({ family, status }) => [family, status]))).toEqual([
    [expect.stringContaining('Hanken Grotesk'), 'loaded'],
  ])
  for (const part of ['The board', 'The planning form']) await page.getByRole('heading', { name: part }).waitFor()
  await page.context().close()
}
