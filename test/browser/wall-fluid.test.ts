import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { comparePictures } from '../support/compare-pictures.ts'
import { watchPaint } from '../support/watch-paint.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

/** Long enough for every glide, and for what is painted in its own time. */
const REST = 700
/** Thin slanted lines have a few soft pixels that depend on the rectangle they are painted in; a note has thousands. */
const SOFT_EDGES = 20

declare global {
  interface Window {
    seenLayers: ('draft' | 'sharp' | 'both')[]
  }
}

describe('the wall paints no more than it has to', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 } })
    await open()
  })
  afterEach(() => page.close())

  const open = async () => {
    await page.addInitScript(watchPaint)
    await page.addInitScript(comparePictures)
    await openWall(page, stage.fixture(), 'phase=post')
    await page.mouse.move(640, 30)
    await calm()
  }
  /** What lies around is painted while nobody does anything. */
  const calm = () => page.waitForFunction((rest) => window.painted.calm() > rest, REST, { polling: 100 })
  /** For which layers at rest did the page change whether they are seen? */
  const watchLayers = () =>
    page.evaluate(() => {
      window.seenLayers = []
      new MutationObserver(() => {
        const hidden = (name: string) => document.querySelector<HTMLElement>(name)?.style.visibility === 'hidden'
        window.seenLayers.push(hidden('.wall canvas') ? 'draft' : hidden('.draft') ? 'sharp' : 'both')
      }).observe(document.querySelector('.wall') as HTMLElement, {
        ...{ subtree: true, childList: true, attributeFilter: ['style'] },
      })
    })
  const paintedWhile = async (act: () => Promise<unknown>) => {
    await page.evaluate(() => window.painted.forget())
    await act()
    await page.waitForTimeout(REST)
    return page.evaluate(() => window.painted.seen())
  }
  /** Keeps in the page what the layer at rest looks like; answers how many of its pixels are painted. */
  const keepPicture = () => page.evaluate(() => window.pictures.keep())
  /** How many pixels look different now from the picture that was kept. */
  const different = () => page.evaluate(() => window.pictures.compare())
  const textOf = (at: number) =>
    page.evaluate((index) => window.fixture.wall.moment(window.fixture.board.line()[index] as never)?.text ?? '', at)

  it('at rest it paints nothing at all', async () => {
    expect(await paintedWhile(() => Promise.resolve())).toEqual({ words: [], copies: 0 })
  })

  it('a short pan copies what is there, and nothing in the page is rendered for it', async () => {
    const mutations = page.evaluate(async () => {
      let seen = 0
      const watch = new MutationObserver((records) => (seen += records.length))
      watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      await new Promise((done) => setTimeout(done, 500))
      return seen
    })
    const { words, copies } = await paintedWhile(async () => {
      for (let step = 0; step < 5; step++) await page.mouse.wheel(1, 1)
    })
    expect(words).toEqual([])
    expect(copies).toBeGreaterThan(0)
    expect(await mutations).toBe(0)
    const figures = await page.evaluate(async () => {
      const { camera } = window.fixture.bench
      const figure = document.querySelector('.corner-zoom')
      const shown: (string | null)[] = []
      if (figure)
        new MutationObserver(() => shown.push(figure.textContent)).observe(figure, {
          subtree: true,
          characterData: true,
        })
      camera.jump({ ...camera.view(), zoom: 1 })
      await new Promise((done) => setTimeout(done, 500))
      shown.length = 0
      for (let step = 0; step < 8; step++) {
        camera.zoomAt({ x: 640, y: 400 }, 0.9)
        await new Promise((done) => queueMicrotask(() => queueMicrotask(() => done(null))))
      }
      while (shown.length === 0) await new Promise(requestAnimationFrame)
      return shown
    })
    expect(figures, 'a zoom, too, waits before it tells its figure').toEqual([`43 %`])
  })

  it('a note that somebody else moves is painted where it was and where it is, and no other place', async () => {
    const [moved, far] = [await textOf(1), await textOf(8)]
    const { words } = await paintedWhile(() =>
      page.evaluate(() => {
        const { board } = window.fixture
        board.run('place-moments', { places: [{ id: board.line()[1], place: [40, 190, 176, 120] }] })
      }),
    )
    expect(words.join(' ')).toContain(moved.split(' ')[0])
    expect(words.filter((each) => far.startsWith(each))).toEqual([])
  })

  it('whatever was changed piece by piece looks as if it had been painted at once', async () => {
    const seed = Date.now() % 1_000_000
    await page.evaluate(async (from) => {
      const { board } = window.fixture
      let state = from
      const upTo = (most: number) => {
        state = (state * 48_271) % 2_147_483_647
        return state % most
      }
      for (let change = 0; change < 40; change++) {
        const line = board.line()
        const id = line[upTo(line.length)]
        const place = upTo(3) === 0 ? null : [upTo(900), upTo(500) - 250, 176, 120]
        if (change % 4 === 3) board.run('set-paper', { ids: [id], paper: (['rose', 'sky', 'mint'] as const)[upTo(3)] })
        else board.run('place-moments', { places: [{ id, place }] })
        await new Promise(requestAnimationFrame)
      }
    }, seed + 1)
    await page.waitForTimeout(REST)
    expect(await keepPicture()).toBeGreaterThan(100_000)
    await page.evaluate(() => window.fixture.bench.scene.refit())
    await page.waitForTimeout(REST)
    expect(await different(), `seed ${seed}`).toBeLessThan(SOFT_EDGES)
  })

  it('is sharp again after a zoom: as if it had been opened at that zoom', async () => {
    await page.mouse.move(640, 400)
    await page.keyboard.down('Control')
    for (let step = 0; step < 6; step++) await page.mouse.wheel(0, 8)
    await page.keyboard.up('Control')
    await page.waitForTimeout(REST)
    expect(await keepPicture()).toBeGreaterThan(1_000)
    await page.evaluate(() => window.fixture.bench.scene.refit())
    await page.waitForTimeout(REST)
    expect(await different()).toBe(0)
  })

  it('with two pixels of the device to one of the page it is painted roughly while it moves, and sharp at rest', async () => {
    const cdp = await page.context().newCDPSession(page)
    const screen = { width: 1200, height: 800, deviceScaleFactor: 2, mobile: false }
    await cdp.send('Emulation.setDeviceMetricsOverride', screen)
    await page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('.wall canvas')?.width === 2400)
    await calm()
    await watchLayers()
    await page.mouse.move(640, 400)
    for (const turn of [
      () => page.mouse.wheel(30, 20),
      async () => {
        await page.keyboard.down('Control')
        await page.mouse.wheel(0, 20)
        await page.keyboard.up('Control')
      },
    ]) {
      await page.evaluate(() => (window.seenLayers = []))
      await turn()
      await page.waitForFunction(() => window.seenLayers.at(-1) === 'sharp')
      expect(await page.evaluate(() => window.seenLayers)).toContain('draft')
    }
    const size = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLCanvasElement>('.wall canvas'), ({ width }) => width),
    )
    expect(size).toEqual([2400, 1200, 2400, 2400])
    expect(await keepPicture()).toBeGreaterThan(1_000)
    await page.evaluate(() => window.fixture.bench.scene.refit())
    await calm()
    expect(await different()).toBe(0)
  })

  it('nothing in the page jumps while somebody pans, zooms and types', async () => {
    await page.evaluate(() => {
      window.shifts = 0
      const watch = new PerformanceObserver((list) => (window.shifts += list.getEntries().length))
      watch.observe({ type: 'layout-shift' })
    })
    await page.mouse.move(640, 400)
    for (let step = 0; step < 4; step++) await page.mouse.wheel(30, 20)
    await page.keyboard.down('Control')
    for (let step = 0; step < 4; step++) await page.mouse.wheel(0, -6)
    await page.keyboard.up('Control')
    await page.keyboard.press('n')
    await page.mouse.click(500, 420)
    await page.keyboard.type('A new note')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(REST)
    expect(await page.evaluate(() => window.shifts)).toBe(0)
  })
})
