import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

/** The middles of the dentist's first and third note, in board units. */
const FIRST = { x: 0, y: -106 }
const THIRD = { x: 220, y: -106 }

describe('the wall by hand', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 } })
    await open('phase=post')
  })
  afterEach(() => page.close())

  const open = (query: string) => openWall(page, stage.fixture(), query)
  const onScreen = (at: { x: number; y: number }) =>
    page.evaluate((board) => window.fixture.bench.camera.toScreen(board), at)
  const texts = () =>
    page.evaluate(() => window.fixture.board.line().map((id) => window.fixture.wall.moment(id)?.text ?? ''))
  const openFirst = async () => {
    const { x, y } = await onScreen(FIRST)
    await page.mouse.dblclick(x, y)
    await page.locator('.note-editor').waitFor()
  }

  it('paints notes, and nothing else of them is in the page', async () => {
    const { x, y } = await onScreen({ x: 0, y: -60 })
    const pixel = await page.evaluate(
      ([left, top]) => {
        const canvas = document.querySelector('.wall canvas')
        const shown = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null
        return [...(shown?.getImageData(left ?? 0, top ?? 0, 1, 1).data ?? [])].slice(0, 3)
      },
      [x + 60, y],
    )
    expect(pixel).toEqual([255, 239, 176])
    expect(await page.locator('.wall-frame *').count()).toBeLessThan(30)
  })

  it('types into a note, and Enter goes on to the next one at once', async () => {
    await openFirst()
    await page.keyboard.type(' today')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Finds somewhere to park')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('in the rain')
    await page.keyboard.press('Escape')
    expect((await texts()).slice(0, 2)).toEqual([
      'Phones to book a visit today',
      'Finds somewhere to park\nin the rain',
    ])
    expect(await page.locator('.note-editor').count()).toBe(0)
  })

  it('merges what two people type into one note, and keeps the caret where it was', async () => {
    await openFirst()
    for (const letter of ' now') {
      await page.keyboard.type(letter)
      await page.evaluate(() => {
        const { board } = window.fixture
        board.run('edit-text', { root: 'moments', id: board.line()[0], key: 'text', index: 0, remove: 0, insert: '>' })
      })
    }
    expect((await texts())[0]).toBe('>>>>Phones to book a visit now')
    expect(await page.locator('.note-editor').inputValue()).toBe('>>>>Phones to book a visit now')
  })

  it('breaks lines in the text field where the note breaks them', async () => {
    const different = await page.evaluate(() => {
      const { fitter } = window.fixture
      const words =
        'the customer waits and nobody says well-known check-in for how long Tom’s 24-hour “quoted” Donaudampfschifffahrtsgesellschaft yes/no 😀 office'
      const parts = words.split(' ')
      const field = document.createElement('div')
      field.className = 'note-editor'
      field.style.height = 'auto'
      document.querySelector('.wall-frame')?.append(field)
      const range = document.createRange()
      const linesOf = (text: string) => {
        field.textContent = text
        const tops: number[] = []
        for (const match of text.matchAll(/\S/gu)) {
          range.setStart(field.firstChild ?? field, match.index)
          range.setEnd(field.firstChild ?? field, match.index + match[0].length)
          tops.push(Math.round(range.getBoundingClientRect().top))
        }
        return new Set(tops).size
      }
      return Array.from({ length: 300 }, (_, n) => {
        const text = Array.from(
          { length: 2 + (n % 15) },
          (_each, k) => parts[(n * 7 + k * (1 + (n % 5))) % parts.length],
        ).join(' ')
        const layout = fitter.fit(text, 148, 76)
        Object.assign(field.style, { width: '148px', fontSize: `${layout.size}px`, lineHeight: `${layout.leading}px` })
        return linesOf(text) === layout.lines.length ? null : text
      }).filter((text) => text !== null)
    })
    expect(different).toEqual([])
  })

  it('drags a note along the line to another number', async () => {
    const before = await texts()
    const [from, to] = [await onScreen(FIRST), await onScreen(THIRD)]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.mouse.up()
    const after = await texts()
    expect(after.slice(0, 3)).toEqual([before[1], before[2], before[0]])
  })

  it('zooms with the wheel at the pointer', async () => {
    const before = await onScreen(THIRD)
    await page.mouse.move(before.x, before.y)
    await page.mouse.wheel(0, -200)
    await page.waitForFunction(() => window.fixture.bench.camera.view().zoom > 1)
    const after = await onScreen(THIRD)
    expect(Math.abs(after.x - before.x)).toBeLessThan(1)
    expect(Math.abs(after.y - before.y)).toBeLessThan(1)
  })

  it('shows all of the timeline again in a window of another size, unless the person has moved', async () => {
    const ends = async () => [await onScreen({ x: -88, y: 0 }), await onScreen({ x: 9 * 110 + 88, y: 0 })] as const
    await page.setViewportSize({ width: 900, height: 800 })
    await expect.poll(async () => (await ends())[1].x).toBeLessThan(900)
    expect((await ends())[0].x).toBeGreaterThan(0)
    await page.mouse.move(450, 300)
    await page.mouse.wheel(0, -200)
    await page.waitForFunction(() => !window.fixture.bench.camera.isFitted())
    const middle = await page.evaluate(() => window.fixture.bench.camera.toBoard({ x: 450, y: 400 }))
    await page.setViewportSize({ width: 1280, height: 700 })
    await page.waitForFunction(() => window.fixture.bench.camera.size().w === 1280)
    const after = await onScreen(middle)
    expect([Math.round(after.x), Math.round(after.y)]).toEqual([640, 350])
  })

  it('draws by pen and erases, and a remote move changes nothing in the page', async () => {
    await page.keyboard.press('p')
    await page.mouse.move(400, 650)
    await page.mouse.down()
    await page.mouse.move(600, 690, { steps: 10 })
    await page.mouse.up()
    expect(await page.evaluate(() => window.fixture.wall.strokes().length)).toBe(1)
    await page.keyboard.press('e')
    await page.mouse.move(500, 600)
    await page.mouse.down()
    await page.mouse.move(500, 740, { steps: 5 })
    await page.mouse.up()
    expect(await page.evaluate(() => window.fixture.wall.strokes().length)).toBe(0)
    await page.waitForTimeout(600)
    const changes = await page.evaluate(async () => {
      let seen = 0
      const watch = new MutationObserver((records) => (seen += records.length))
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      const { board } = window.fixture
      board.run('place-moments', { places: [{ id: board.line()[3], place: [100, 300, 176, 120] }] })
      await new Promise((done) => setTimeout(done, 700))
      return seen
    })
    expect(changes).toBe(0)
  })

  it('tells a screen reader the selected moment in a sentence', async () => {
    await page.locator('.wall').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const id = await page.locator('.wall').getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${id}"]`).textContent()).toBe(
      'Moment 2 of 10. Walks in and looks for the desk. Face-to-face, group.',
    )
  })
})
