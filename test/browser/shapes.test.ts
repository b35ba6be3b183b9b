import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Bare wall under the dentist's line, and the middles of its first and third note, in board units. */
const BARE: Point = { x: 300, y: 260 }
const FIRST: Point = { x: 0, y: -106 }
const THIRD: Point = { x: 220, y: -106 }

describe('free texts, areas and connectors by hand', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await openWall(page, stage.fixture(), 'phase=post')
  })
  afterEach(() => page.close())

  const onScreen = (at: Point) => page.evaluate((board) => window.fixture.bench.camera.toScreen(board), at)
  const shapes = () =>
    page.evaluate(() => window.fixture.wall.shapes().flatMap((shape) => (shape.removed ? [] : { ...shape })))
  const take = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  const click = async (at: Point, clickCount = 1) => {
    const { x, y } = await onScreen(at)
    await page.mouse.click(x, y, { clickCount })
  }
  const pull = async (from: Point, to: Point) => {
    const [start, end] = [await onScreen(from), await onScreen(to)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 6 })
    await page.mouse.up()
  }

  it('types free text where it was clicked, beside what somebody else types into it', async () => {
    await take('Free text')
    await click(BARE)
    const field = page.getByRole('textbox', { name: 'Free text' })
    await field.waitFor()
    for (const letter of 'Why') {
      await page.keyboard.type(letter)
      await page.evaluate(() => {
        const { board, bench } = window.fixture
        const id = bench.desk.writing.get()
        board.run('edit-text', { root: 'shapes', id, key: 'words', index: 0, remove: 0, insert: '>' })
      })
    }
    expect(await field.inputValue()).toBe('>>>Why')
    await page.keyboard.press('Escape')
    expect(await shapes()).toMatchObject([{ kind: 'text', words: '>>>Why' }])
    expect(await field.count()).toBe(0)
    await page
      .getByRole('list', { name: 'Also on the wall' })
      .getByText('Free text: >>>Why')
      .waitFor({ state: 'attached' })
  })

  it('leaves nothing of a text in which nothing was written', async () => {
    await take('Free text')
    await click(BARE)
    await page.getByRole('textbox', { name: 'Free text' }).waitFor()
    await click({ x: 700, y: 320 })
    expect(await shapes()).toEqual([])
  })

  it('draws an area, names it, moves it by its edge, and takes it off with Delete', async () => {
    await take('Area')
    await pull(BARE, { x: 620, y: 400 })
    await page.getByRole('textbox', { name: 'Title of this area' }).waitFor()
    await page.keyboard.type('Before the visit')
    await page.keyboard.press('Enter')
    const [drawn] = await shapes()
    expect(drawn).toMatchObject({ kind: 'area', words: 'Before the visit' })
    await pull({ x: BARE.x, y: 320 }, { x: BARE.x + 60, y: 340 })
    const [moved] = await shapes()
    // Near another edge it lies flush with that.
    const along = moved?.kind === 'area' && drawn?.kind === 'area' ? moved.place[0] - drawn.place[0] : 0
    expect(Math.abs(along - 60)).toBeLessThan(10)
    await page.keyboard.press('Delete')
    expect(await shapes()).toEqual([])
    await page.keyboard.press('Control+z')
    expect(await shapes()).toMatchObject([{ words: 'Before the visit' }])
  })

  it('connects notes by hand and by key, and writes on the connector', async () => {
    await take('Connector')
    await pull(FIRST, THIRD)
    expect(await shapes()).toMatchObject([{ kind: 'connector' }])
    await click({ x: 110, y: -106 }, 2)
    await page.getByRole('textbox', { name: 'Label of this connector' }).waitFor()
    await page.keyboard.type('then')
    await page.keyboard.press('Enter')
    expect(await shapes()).toMatchObject([{ words: 'then' }])
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('l')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const line = await page.evaluate(() => window.fixture.board.line())
    expect(await shapes()).toMatchObject([{ words: 'then' }, { from: { at: line[0] }, to: { at: line[2] } }])
    expect(await axeFindings(page)).toEqual([])
  })

  it('pulls an area larger by its corner, with the pointer of a corner, and one end of a connector to another note', async () => {
    await page.evaluate(() => {
      const { board } = window.fixture
      const [one, , three] = board.line()
      board.run('add-shape', { id: 'area-one-1', kind: 'area', words: 'Desk', place: [300, 215, 200, 80] })
      board.run('add-shape', { id: 'line-one-1', kind: 'connector', from: { at: one }, to: { at: three } })
    })
    await click({ x: 300, y: 260 })
    const corner = await onScreen({ x: 503, y: 298 })
    await page.mouse.move(corner.x, corner.y)
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.wall')?.style.cursor === 'nwse-resize')
    await page.keyboard.down('Control')
    await pull({ x: 503, y: 298 }, { x: 563, y: 318 })
    await page.keyboard.up('Control')
    const placed = (await shapes()).flatMap((shape) => (shape.kind === 'area' ? [shape.place.map(Math.round)] : []))
    expect(placed).toEqual([[300, 215, 260, 100]])
    await click({ x: 110, y: -106 })
    await pull({ x: 128, y: -106 }, { x: 330, y: 106 })
    const [line] = (await shapes()).filter(({ kind }) => kind === 'connector')
    const fourth = await page.evaluate(() => window.fixture.board.line()[3])
    expect(line).toMatchObject({ to: { at: fourth } })
    await page.keyboard.press('Control+z')
    const third = await page.evaluate(() => window.fixture.board.line()[2])
    expect((await shapes()).filter(({ kind }) => kind === 'connector')).toMatchObject([{ to: { at: third } }])
  })
})
