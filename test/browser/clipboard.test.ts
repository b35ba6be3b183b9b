import type { ShapeId } from '@momentous/shared/domain/id'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

describe('the clipboard of a real browser', () => {
  const stage = wallStage()
  let page: Page

  beforeAll(async () => {
    const context = await stage.browser().newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    page = await context.newPage()
    await openWall(page, stage.fixture(), 'phase=post')
  })

  const texts = () =>
    page.evaluate(() => {
      const { board, wall } = window.fixture
      return board.line().map((id) => wall.moment(id)?.text ?? '')
    })

  it('takes selected notes, cuts them and gives them back with a new paste', async () => {
    const before = await texts()
    await page.locator('#wall').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(before[0])
    await page.keyboard.press('Control+v')
    expect(await texts()).toEqual([before[0], before[0], ...before.slice(1)])
    await page.keyboard.press('Control+x')
    expect(await texts()).toEqual(before)
    await page.keyboard.press('Control+v')
    expect(await texts()).toEqual([...before, before[0]])
  })

  it('brings lines from elsewhere as notes, and leaves a text field alone', async () => {
    const before = await texts()
    await page.evaluate(() => navigator.clipboard.writeText('Parks\nRings'))
    await page.keyboard.press('Control+v')
    expect(await texts()).toEqual([...before, 'Parks', 'Rings'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('.note-editor').waitFor()
    await page.keyboard.press('Control+v')
    expect(await texts()).toHaveLength(before.length + 2)
  })

  it('pastes from the menu of the wall where it was asked for, pieces and words; everything is copied by two keys', async () => {
    const count = () => page.evaluate(() => window.fixture.board.line().length)
    // Who steers brings everyone from there, too, and that needs a board on a server.
    await openWall(page, stage.fixture(), 'phase=post&role=participant')
    const before = await count()
    const paste = async () => {
      // Where nothing lies.
      await page.evaluate(() => window.fixture.bench.camera.jump({ x: 0, y: 5_000, zoom: 1 }))
      await page.mouse.click(600, 400, { button: 'right' })
      await page.getByRole('menuitem', { name: 'Paste' }).click()
    }
    await page.evaluate(() => navigator.clipboard.writeText('From the menu'))
    await paste()
    await expect.poll(count).toBe(before + 1)
    await page.evaluate(() => {
      const { wall } = window.fixture
      wall.act('add-shape', { kind: 'area', id: wall.newId<ShapeId>(), place: [0, 900, 300, 200], words: 'All of it' })
    })
    await page.locator('#wall').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await paste()
    await expect.poll(count).toBe(2 * (before + 1))
    expect(await page.evaluate(() => window.fixture.wall.shapes().map(({ words }) => words))).toEqual([
      'All of it',
      'All of it',
    ])
  })
})
