import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { boardJsonIn } from '@momentous/shared/exports/board-html'
import { readBoardJson } from '@momentous/shared/exports/board-json'
import { beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { atDesk } from '../support/desk-driver.ts'
import { doorsStage } from '../support/doors-stage.ts'

describe('a picture of the board', () => {
  const doors = doorsStage()
  let page: Page

  beforeAll(async () => {
    const { browser, session } = doors()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true })
    page = await context.newPage()
    const desk = atDesk({ context, page, complaints: [] })
    await desk.join(session.link('participant'), 'Aisha')
    await desk.isSaved()
  })

  const dialog = () => page.getByRole('dialog', { name: 'Save a picture' })
  const saved = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: button }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const paintedPixels = () =>
    dialog()
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        return new Set(Array.from({ length: data.length / 4 }, (_, at) => `${data[at * 4]} ${data[at * 4 + 1]}`)).size
      })

  it('is shown before it is saved, as each kind of file', async () => {
    await page.locator('.top-bar-name').click()
    await page.getByRole('menuitem', { name: 'Save a picture' }).click()
    await expect.poll(paintedPixels).toBeGreaterThan(10)
    expect(await axeFindings(page)).toEqual([])

    const png = await saved('Save the PNG')
    expect(png.name).toMatch(/ board\.png$/)
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    const said = await dialog()
      .getByText(/pixels\.$/)
      .innerText()
    expect(said).toBe(`${png.bytes.readUInt32BE(16)} by ${png.bytes.readUInt32BE(20)} pixels.`)

    await dialog().getByText('SVG').click()
    const svg = await saved('Save the SVG')
    const problems = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return parsed.querySelectorAll('parsererror, script, foreignObject').length
    }, svg.bytes.toString())
    expect(problems).toBe(0)
    expect(svg.bytes.toString().match(/<text/g)?.length).toBeGreaterThan(10)

    await dialog().getByText('PDF').click()
    expect((await saved('Save the PDF')).bytes.subarray(0, 5).toString()).toBe('%PDF-')

    await dialog().getByText('One file to keep').click()
    const kept = await saved('Save the file')
    expect(kept.name).toMatch(/ board\.html$/)
    expect(readBoardJson(boardJsonIn(kept.bytes.toString()) ?? '')).toMatchObject({ ok: true })
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('is one thing wherever it is asked for, and remembers how it was made', async () => {
    await page.locator('.top-bar-name').click()
    await page.getByRole('menuitem', { name: 'The planning form' }).click()
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: 'More kinds of file' }).click()
    await page.getByText('Drawing', { exact: true }).click()
    await page.getByRole('button', { name: 'Choose the drawing' }).click()
    expect(await dialog().getByRole('radio', { name: 'SVG' }).isChecked()).toBe(true)
    await dialog().getByText('Without the wall behind it, for light slides').click()
    const bare = (await saved('Save the SVG')).bytes.toString()
    expect(bare).not.toContain('fill="#f6f2e9"')
    await page.keyboard.press('Escape')
    await page.locator('.top-bar-name').click()
    await page.getByRole('menuitem', { name: 'Save a picture' }).click()
    expect(await dialog().getByRole('checkbox').isChecked()).toBe(true)
    await dialog().getByText('Without the wall behind it, for light slides').click()
    expect((await saved('Save the SVG')).bytes.toString()).toContain('fill="#f6f2e9"')
    await dialog().getByText('PNG').click()
    await page.keyboard.press('Escape')
  })

  it('of what is selected has nothing else, and goes to the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('#wall').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.getByRole('menuitem', { name: 'Save a picture' }).click()
    expect(await dialog().getByRole('radio', { name: 'What is selected' }).isChecked()).toBe(true)
    await dialog().getByText('1×').click()
    const note = await saved('Save the PNG')
    expect([note.bytes.readUInt32BE(16), note.bytes.readUInt32BE(20)]).toEqual([208, 152])
    await dialog().getByRole('button', { name: 'Copy as a picture' }).click()
    const copied = () =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)).catch(() => [])
    await expect.poll(copied).toContain('image/png')
  })
})
