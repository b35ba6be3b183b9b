import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { glassOf, type Glass } from '../support/stylus.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

const wave = (left: number, top: number, count = 60) =>
  Array.from({ length: count }, (_, i) => ({ x: left + i * 4, y: top + 20 * Math.sin(i / 5) }))

describe('ink by hand', () => {
  const stage = wallStage()
  let page: Page
  let glass: Glass

  beforeEach(async () => {
    const context = await stage.browser().newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true })
    page = await context.newPage()
    glass = await glassOf(page)
    await openWall(page, stage.fixture(), 'phase=post')
  })
  afterEach(() => page.context().close())

  const strokes = () =>
    page.evaluate(() =>
      window.fixture.wall.strokes().map(({ pen, points }) => ({
        pen,
        points: [...points],
        pressures: points.filter((_, at) => at % 3 === 2),
      })),
    )
  const take = (tool: 'pen' | 'eraser' | 'highlighter' | 'select') =>
    page.evaluate((id) => window.fixture.toolbox.take(id), tool)
  const view = () => page.evaluate(() => window.fixture.bench.camera.view())
  /** How many pixels of a part of the wall are dark: ink. */
  const dark = (part: { x: number; y: number; width: number; height: number }) =>
    page.evaluate(({ x, y, width, height }) => {
      let count = 0
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.wall canvas')) {
        const seen = canvas.getContext('2d')?.getImageData(x, y, width, height).data ?? []
        for (let i = 0; i < seen.length; i += 4) {
          const [r = 0, g = 0, b = 0, a = 0] = [seen[i], seen[i + 1], seen[i + 2], seen[i + 3]]
          if (a > 128 && r + g + b < 240) count++
        }
      }
      return count
    }, part)

  it('of a stylus is as broad as the hand presses', async () => {
    await take('pen')
    await glass.draws(wave(300, 560), (share) => 0.1 + 0.85 * share)
    const [stroke] = await strokes()
    expect(stroke?.pressures[0]).toBeLessThan(0.2)
    expect(Math.max(...(stroke?.pressures ?? []))).toBeGreaterThan(0.8)
    expect(stroke?.pressures.at(-1)).toBeGreaterThan(0.8)
    const [thin, thick] = [
      await dark({ x: 310, y: 530, width: 50, height: 60 }),
      await dark({ x: 470, y: 530, width: 50, height: 60 }),
    ]
    expect(thick).toBeGreaterThan(1.5 * thin)
  })

  it('goes where the hand went also where a move forgets its finer ones once it has been told, as in Firefox', async () => {
    await page.evaluate(() => {
      const kept = PointerEvent.prototype.getCoalescedEvents
      PointerEvent.prototype.getCoalescedEvents = function () {
        return this.eventPhase === Event.NONE ? [new PointerEvent('pointermove')] : kept.call(this)
      }
    })
    await take('pen')
    await glass.strokes(wave(300, 560))
    const [stroke] = await strokes()
    const across = (stroke?.points ?? []).filter((_, at) => at % 3 === 0)
    expect(Math.max(...across) - Math.min(...across)).toBeLessThan(260)
  })

  it('of a finger gives way to a second one, without a trace; two fingers zoom and pan', async () => {
    await take('pen')
    const before = await view()
    await glass.fingers('touchStart', [{ x: 500, y: 600 }])
    await glass.fingers('touchMove', [{ x: 510, y: 605 }])
    const both = (spread: number, right: number) => [
      { x: 550 - spread + right, y: 600 },
      { x: 550 + spread + right, y: 600 },
    ]
    await glass.fingers('touchStart', both(50, 0))
    for (let i = 1; i <= 5; i++) await glass.fingers('touchMove', both(50 + 10 * i, 0))
    const zoomed = await view()
    expect(zoomed.zoom / before.zoom).toBeGreaterThan(1.7)
    for (let i = 1; i <= 5; i++) await glass.fingers('touchMove', both(100, 20 * i))
    const panned = await view()
    expect(panned.zoom).toBeCloseTo(zoomed.zoom)
    expect((zoomed.x - panned.x) * panned.zoom).toBeCloseTo(100, 0)
    // The finger that stays draws nothing.
    await glass.fingers('touchEnd', [both(100, 100)[0] ?? { x: 0, y: 0 }])
    await glass.fingers('touchMove', [{ x: 300, y: 500 }])
    await glass.fingers('touchEnd', [])
    expect(await strokes()).toEqual([])
    expect(await page.evaluate(() => window.fixture.bench.live.stroke.get())).toBeNull()
  })

  it('comes from fingers until a stylus was used, and then only when the person says so', async () => {
    await take('pen')
    await glass.strokes(wave(300, 560, 12))
    expect(await strokes()).toHaveLength(1)
    await glass.draws(wave(300, 620, 12), () => 0.5)
    expect(await strokes()).toHaveLength(2)
    const before = await view()
    await glass.strokes(wave(300, 560, 12))
    expect(await strokes()).toHaveLength(2)
    expect((await view()).x).toBeLessThan(before.x - 20)
    expect(await page.evaluate(() => window.fixture.toolbox.inHand.get())).toBe('pen')
    await page.getByText('Draw with a finger too').click()
    await glass.strokes(wave(300, 560, 12))
    expect(await strokes()).toHaveLength(3)
  })

  it('is rubbed out by the other end of the stylus, whatever is in the hand', async () => {
    await take('pen')
    await glass.draws(wave(300, 560), () => 0.5)
    await page.evaluate(() => {
      const wall = document.querySelector('.wall')
      Element.prototype.setPointerCapture = () => undefined
      const more = { pointerId: 9, pointerType: 'pen', isPrimary: true, bubbles: true, clientX: 400, buttons: 32 }
      wall?.dispatchEvent(new PointerEvent('pointerdown', { ...more, clientY: 500, button: 5 }))
      wall?.dispatchEvent(new PointerEvent('pointermove', { ...more, clientY: 620, button: -1 }))
      wall?.dispatchEvent(new PointerEvent('pointerup', { ...more, clientY: 620, button: 5, buttons: 0 }))
    })
    expect(await strokes()).toEqual([])
    expect(await page.evaluate(() => window.fixture.toolbox.inHand.get())).toBe('pen')
  })

  it('is cut by the eraser with Alt; a ring shows how far it reaches; thicker lines have a key', async () => {
    await take('pen')
    await page.keyboard.press(']')
    await page.mouse.move(300, 650)
    await page.mouse.down()
    await page.mouse.move(600, 650, { steps: 5 })
    await page.mouse.up()
    await take('eraser')
    await page.keyboard.down('Alt')
    await page.mouse.move(450, 610)
    await page.mouse.down()
    await page.mouse.move(450, 690, { steps: 5 })
    await page.waitForTimeout(50)
    const ring = await page.evaluate(() => window.fixture.bench.live.ring.get())
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await page.waitForTimeout(50)
    expect(ring).toBe(10)
    expect(await strokes()).toHaveLength(2)
    expect(await dark({ x: 443, y: 640, width: 14, height: 20 })).toBe(0)
    expect(await dark({ x: 420, y: 640, width: 14, height: 20 })).toBeGreaterThan(60)
    expect(await page.evaluate(() => window.fixture.bench.desk.width.get())).toBe(8)
  })

  it('of 10,000 points never stalls: neither while it is drawn nor when it is done', async () => {
    await take('pen')
    const figures = await page.evaluate(async () => {
      const wall = document.querySelector('.wall')
      if (!wall) throw new Error('There is no wall.')
      const tell = (type: string, i: number) => {
        const x = 640 + (300 + 100 * Math.sin(i / 70)) * Math.cos(i / 23) + Math.random()
        const y = 400 + (200 + 100 * Math.cos(i / 50)) * Math.sin(i / 31) + Math.random()
        const more = { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, buttons: 1 }
        wall.dispatchEvent(
          new PointerEvent(type, { ...more, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0 }),
        )
      }
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      Element.prototype.setPointerCapture = () => undefined
      const spent: number[] = []
      tell('pointerdown', 0)
      for (let i = 1; i <= 10_000;) {
        for (let k = 0; k < 20; k++) tell('pointermove', i++)
        const start = performance.now()
        await frame()
        const here = performance.now()
        // What the frame's own callbacks took, until the next task.
        await new Promise((resolve) => {
          const channel = new MessageChannel()
          channel.port1.onmessage = resolve
          channel.port2.postMessage(null)
        })
        spent.push(performance.now() - here)
        if (here - start > 1000) throw new Error('A frame took more than a second.')
      }
      const points = window.fixture.bench.live.stroke.get()?.points.length ?? 0
      const start = performance.now()
      tell('pointerup', 10_000)
      const lift = performance.now() - start
      await frame()
      const here = performance.now()
      await new Promise((resolve) => setTimeout(resolve))
      const painted = performance.now() - here
      const middle = (some: number[]) => some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0
      return { live: points / 3, early: middle(spent.slice(10, 110)), late: middle(spent.slice(-100)), lift, painted }
    })
    expect(await strokes()).toHaveLength(1)
    // A frame costs what the end of the line costs; how much that is depends on the machine.
    expect(figures.late).toBeLessThan(3 * figures.early + 4)
    expect(figures.lift).toBeLessThan(300)
  })
})
