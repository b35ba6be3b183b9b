import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { glassOf } from '../support/stylus.ts'
import { onlookerOf, type Onlooker } from '../support/wall-camera.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

const MIDDLE = { x: 640, y: 600 }
const AWAY = { x: 900, y: 620 }

/** A busy machine needs its time. */
const PATIENTLY = { timeout: 15_000 }

describe('the camera in a hand', () => {
  const stage = wallStage()
  let page: Page
  let hand: Onlooker

  beforeAll(async () => {
    await open()
  })
  beforeEach(async () => {
    await page.waitForTimeout(220)
    await page.evaluate(() => {
      const { bench, toolbox } = window.fixture
      const content = bench.scene.bounds()
      if (content) bench.camera.fit(content, true)
      bench.selection.clear()
      toolbox.take('select')
    })
  })

  const open = async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 }, hasTouch: true })
    await openWall(page, stage.fixture(), 'phase=post')
    hand = await onlookerOf(page)
  }
  const pageZoom = () => page.evaluate(() => [visualViewport?.scale, devicePixelRatio, innerWidth])
  const isNear = (a: { x: number; y: number }, b: { x: number; y: number }) => {
    expect(a.x).toBeCloseTo(b.x, 1)
    expect(a.y).toBeCloseTo(b.y, 1)
  }

  it('zooms at the pointer by wheel and by a pinch on a pad, over the controls too, and never the page', async () => {
    const asIs = await pageZoom()
    for (const [at, turn] of [
      [MIDDLE, { dy: -100 }],
      [AWAY, { dy: 100 }],
      [AWAY, { dy: -12, ctrl: true }],
      [
        { x: 34, y: 300 },
        { dy: -12, ctrl: true },
      ],
    ] as const) {
      const [before, under] = [await hand.view(), await hand.under(at)]
      await hand.turns(at, turn)
      const { zoom } = await hand.view()
      expect(zoom < before.zoom, JSON.stringify(turn)).toBe(turn.dy > 0)
      isNear(await hand.under(at), under)
      await page.waitForTimeout(220)
    }
    expect(await pageZoom()).toEqual(asIs)
  })

  it('pans with two fingers on a pad, sideways with Shift, and counts lines and pages', async () => {
    const first = await hand.view()
    await hand.turns(MIDDLE, { dx: 30, dy: 20 })
    isNear(await hand.view(), { x: first.x + 30 / first.zoom, y: first.y + 20 / first.zoom })
    await page.waitForTimeout(220)
    const second = await hand.view()
    await hand.turns(MIDDLE, { dy: 100, shift: true })
    expect((await hand.view()).y).toBe(second.y)
    expect((await hand.view()).x).toBeGreaterThan(second.x)
    await page.waitForTimeout(220)
    const { zoom } = await hand.view()
    await hand.turnsIn('lines', MIDDLE, 3)
    expect((await hand.view()).zoom).toBeLessThan(zoom)
    await page.waitForTimeout(220)
    await hand.turnsIn('pages', MIDDLE, -1)
    expect((await hand.view()).zoom).toBeGreaterThan(zoom * 0.9)
  })

  it('is pulled with the middle button and with the space bar, and the tool is in the hand again afterwards', async () => {
    const first = await hand.view()
    await hand.pulls(AWAY, { x: 800, y: 600 }, { button: 'middle', ms: 600 })
    await page.waitForTimeout(80)
    await page.keyboard.down(' ')
    await hand.pulls(AWAY, { x: 800, y: 600 }, { ms: 600 })
    await page.waitForTimeout(80)
    await page.keyboard.up(' ')
    const { x, y } = await hand.comesToRest()
    isNear({ x, y }, { x: first.x + 200 / first.zoom, y: first.y + 40 / first.zoom })
    expect(await page.evaluate(() => window.fixture.toolbox.inHand.get())).toBe('select')
  })

  it('goes on after a hand that lets go in full swing, until somebody touches it', async () => {
    await page.keyboard.press('h')
    const first = await hand.view()
    await page.mouse.move(700, 620)
    await hand.pulls(AWAY, { x: 700, y: 620 })
    await expect.poll(async () => (await hand.view()).x, PATIENTLY).toBeGreaterThan(first.x + 230 / first.zoom)
    await page.mouse.down()
    const touched = await hand.view()
    await page.waitForTimeout(200)
    expect(await hand.view()).toEqual(touched)
    await page.mouse.up()
  })

  it('rests where it is let go by whoever asked for less motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.keyboard.press('h')
    await hand.pulls(AWAY, { x: 700, y: 620 })
    const left = await hand.view()
    await page.waitForTimeout(200)
    expect(await hand.view()).toEqual(left)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
  })

  it('follows one finger on the bare wall and two anywhere, and is thrown by either', async () => {
    const glass = await glassOf(page)
    const first = await hand.view()
    const began = Date.now() / 1000
    await glass.fingers('touchStart', [{ x: 900, y: 640 }], began)
    for (const step of [1, 2, 3, 4]) {
      await glass.fingers('touchMove', [{ x: 900 - step * 40, y: 640 }], began + step * 0.02)
    }
    await glass.fingers('touchEnd', [], began + 0.09)
    const rest = await hand.comesToRest()
    expect(rest.x - first.x).toBeGreaterThan(170 / first.zoom)
    const pair = (middle: number, apart: number) => [
      { x: middle - apart, y: 400 },
      { x: middle + apart, y: 400 },
    ]
    const under = await hand.under({ x: 640, y: 400 })
    await glass.fingers('touchStart', pair(640, 60))
    for (const step of [1, 2, 3, 4]) await glass.fingers('touchMove', pair(640, 60 + step * 10))
    await page.waitForTimeout(80)
    isNear(await hand.under({ x: 640, y: 400 }), under)
    expect((await hand.view()).zoom / rest.zoom).toBeCloseTo(100 / 60, 1)
    const now = Date.now() / 1000
    for (const step of [1, 2, 3, 4]) {
      await glass.fingers('touchMove', pair(640 + step * 30, 100), now + step * 0.02)
    }
    const before = await hand.view()
    await glass.fingers('touchEnd', [], now + 0.09)
    expect((await hand.comesToRest()).x).toBeLessThan(before.x - 10)
    expect(await page.evaluate(() => window.fixture.bench.selection.pieces().size)).toBe(0)
  })

  it('listens to keys: larger, smaller, 100 %, everything, what is selected, further that way', async () => {
    const wall = page.getByRole('application')
    await wall.focus()
    const fit = await hand.view()
    const does = async (key: string) => {
      await page.keyboard.press(key)
      return hand.comesToRest()
    }
    expect((await does('+')).zoom).toBeGreaterThan(fit.zoom)
    expect((await does('-')).zoom).toBeCloseTo(fit.zoom)
    expect((await does('0')).zoom).toBe(1)
    expect((await does('Shift+1')).zoom).toBeCloseTo(fit.zoom)
    expect((await does('Control+ArrowRight')).x).toBeGreaterThan(fit.x + 400)
    expect((await does('PageDown')).y).toBeGreaterThan(fit.y + 100)
    await page.keyboard.press('End')
    await does('Shift+2')
    const last = await page.evaluate(() => {
      const { scene, camera, selection } = window.fixture.bench
      const lead = selection.lead()
      const note = lead === null ? undefined : scene.note(lead)
      return note && camera.toScreen({ x: note.rect.x + note.rect.w / 2, y: note.rect.y + note.rect.h / 2 })
    })
    expect(last?.x).toBeCloseTo(84 + (1280 - 84 - 24) / 2)
    expect(
      await page.evaluate(() => window.fixture.bench.selection.lead() === window.fixture.board.line().at(-1)),
    ).toBe(true)
  })

  it('doesn’t leave the board when a note that comes first already is moved earlier', async () => {
    const kept = await page.evaluate(() => {
      const wall = document.querySelector<HTMLElement>('#wall')
      wall?.focus()
      const press = (key: string) => {
        const event = new KeyboardEvent('keydown', {
          key,
          code: key,
          altKey: key !== 'Home',
          bubbles: true,
          cancelable: true,
        })
        wall?.dispatchEvent(event)
        return event.defaultPrevented
      }
      return [press('Home'), press('ArrowLeft')]
    })
    expect(kept).toEqual([true, true])
  })

  it('comes along when something is dragged to the edge, and rests when nothing is', async () => {
    const spot = await page.evaluate(() => {
      const { camera, scene } = window.fixture.bench
      const [id] = window.fixture.board.line()
      camera.jump({ x: -400, y: -400, zoom: 1 })
      const note = id === undefined ? undefined : scene.note(id)
      return note && camera.toScreen({ x: note.rect.x + 80, y: note.rect.y + 40 })
    })
    if (!spot) throw new Error('The first note is on the wall.')
    await page.mouse.move(spot.x, spot.y)
    await page.mouse.down()
    await page.mouse.move(900, 700, { steps: 5 })
    await page.mouse.move(1268, 640, { steps: 5 })
    await expect.poll(async () => (await hand.view()).x, PATIENTLY).toBeGreaterThan(-300)
    const away = await page.evaluate(() => {
      const { camera, live } = window.fixture.bench
      const [held] = live.drag.get().values()
      return held && held[0] + 80 - camera.toBoard({ x: 1268, y: 640 }).x
    })
    expect(Math.abs(away ?? Infinity), 'the note stays under the hand').toBeLessThan(40)
    await page.mouse.move(900, 640, { steps: 3 })
    const left = await hand.comesToRest()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.mouse.move(1268, 640)
    await page.waitForTimeout(400)
    expect(await hand.view()).toEqual(left)
  })

  it('never loses anybody: limits all around, and a way back while nothing is in sight', async () => {
    await page.keyboard.press('h')
    for (let pull = 0; pull < 30; pull++) {
      await page.evaluate(() => window.fixture.bench.camera.pan(-3000, -2000))
    }
    const far = await hand.view()
    expect(far.x).toBeLessThan(8000)
    const back = page.getByRole('button', { name: 'Back to the timeline' })
    await back.click()
    await hand.comesToRest()
    expect(await back.count()).toBe(0)
  })
})
