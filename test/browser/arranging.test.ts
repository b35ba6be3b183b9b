import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

/** The middles of the dentist's first and third note, and a bare spot, in board units. */
const FIRST = { x: 0, y: -106 }
const THIRD = { x: 220, y: -106 }
const BARE = { x: 500, y: 320 }

describe('arranging on the wall', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await openWall(page, stage.fixture(), 'phase=post&role=participant')
  })
  afterEach(() => page.close())

  const onScreen = (at: { x: number; y: number }) =>
    page.evaluate((board) => window.fixture.bench.camera.toScreen(board), at)
  const click = async (at: { x: number; y: number }, button: 'left' | 'right' = 'left') => {
    const { x, y } = await onScreen(at)
    await page.mouse.click(x, y, { button })
  }
  const selected = () => page.evaluate(() => window.fixture.bench.selection.pieces().size)
  const row = (name: string) => page.locator('.menu').getByText(name).first()

  it('makes a group by key, which a press selects whole, and takes it apart in the menu', async () => {
    await click(FIRST)
    await page.keyboard.down('Shift')
    await click(THIRD)
    await page.keyboard.up('Shift')
    await page.keyboard.press('Control+g')
    await click(BARE)
    expect(await selected()).toBe(0)
    await click(THIRD)
    expect(await selected()).toBe(2)
    await click(THIRD, 'right')
    await row('Arrange').click()
    await row('These are one group already.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await row('Take the group apart').click()
    await click(BARE)
    await click(THIRD)
    expect(await selected()).toBe(1)
  })

  it('a right press on the bare wall makes a note there', async () => {
    await click(BARE, 'right')
    await page.getByRole('menu').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await row('Note here').click()
    await page.locator('.note-editor').waitFor()
    const place = await page.evaluate(() => {
      const { bench, wall } = window.fixture
      const lead = bench.selection.lead()
      return lead && wall.moment(lead)?.place
    })
    expect(place?.map(Math.round)).toEqual([BARE.x - 88, BARE.y - 60, 176, 120])
  })

  it('Alt draws a line around what is to be selected', async () => {
    const corners = [
      { x: -20, y: -200 },
      { x: 120, y: -200 },
      { x: 120, y: -20 },
      { x: -20, y: -20 },
    ]
    const [start, ...others] = await Promise.all(corners.map(onScreen))
    if (!start) throw new Error('The line begins somewhere.')
    await page.keyboard.down('Alt')
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    for (const { x, y } of others) await page.mouse.move(x, y, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.up('Alt')
    expect(await selected()).toBeGreaterThanOrEqual(1)
    const first = await page.evaluate(() => {
      const { bench, board } = window.fixture
      const [id] = board.line()
      return id !== undefined && bench.selection.has(id)
    })
    expect(first).toBe(true)
  })

  it('several pieces have a row of verbs above them: one group, locked, and more in a menu', async () => {
    await page.evaluate(() => {
      const { board, bench } = window.fixture
      board.run('add-shape', { id: 'area-one-1', kind: 'area', words: 'Desk', place: [300, 230, 200, 120] })
      board.run('add-shape', { id: 'area-two-1', kind: 'area', words: 'Door', place: [560, 240, 200, 120] })
      bench.selection.set(board.view().shape('area-one-1' as never) ? (['area-one-1', 'area-two-1'] as never) : [])
    })
    const row = page.getByRole('toolbar', { name: 'What to do with them' })
    await row.getByRole('button', { name: 'Make one group of them' }).click()
    await row.getByRole('button', { name: 'Take the group apart' }).waitFor()
    await row.getByRole('button', { name: 'Lock it' }).click()
    await row.getByRole('button', { name: 'Unlock it' }).waitFor()
    const facts = await page.evaluate(() =>
      window.fixture.wall.shapes().map(({ group, locked }) => ({ grouped: group !== null, locked })),
    )
    expect(facts).toEqual([
      { grouped: true, locked: true },
      { grouped: true, locked: true },
    ])
    expect(await axeFindings(page)).toEqual([])
    await row.getByRole('button', { name: 'More to do with them' }).click()
    await page.getByRole('menuitem', { name: 'Align on the left' }).waitFor()
    await page.getByRole('menuitem', { name: 'Unlock it', exact: true }).click()
    expect(await page.evaluate(() => window.fixture.wall.shapes().some(({ locked }) => locked))).toBe(false)
    // Of two notes, the one under the pointer has no row of its own beside that of both.
    await page.evaluate(() => window.fixture.bench.selection.set(window.fixture.board.line().slice(0, 2)))
    await row.waitFor()
    const middle = await page.evaluate(() => {
      const { bench, board } = window.fixture
      const rect = bench.scene.note(board.line()[0] ?? ('' as never))?.rect ?? { x: 0, y: 0, w: 0, h: 0 }
      return bench.camera.toScreen({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 })
    })
    const box = await page.getByRole('application').boundingBox()
    await page.mouse.move(middle.x + (box?.x ?? 0), middle.y + (box?.y ?? 0))
    await expect.poll(() => page.evaluate(() => window.fixture.bench.live.hover.get() !== null)).toBe(true)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    expect(await page.getByRole('toolbar', { name: 'What to do with it' }).count()).toBe(0)
    await page.evaluate(() => window.fixture.bench.selection.set(window.fixture.board.line().slice(0, 1)))
    await page.getByRole('toolbar', { name: 'What to do with it' }).waitFor()
  })
})
