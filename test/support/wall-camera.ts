import type { CDPSession, Page } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

interface View extends Point {
  readonly zoom: number
}

/** What wheels, pads and hands do to the camera of the wall alone, and what is seen of it then. */
export interface Onlooker {
  view(): Promise<View>
  /** The board point there on the screen. */
  under(at: Point): Promise<Point>
  /** A notch of a mouse wheel, or what a pad says of two fingers. */
  turns(
    at: Point,
    by: { readonly dx?: number; readonly dy?: number; readonly ctrl?: boolean; readonly shift?: boolean },
  ): Promise<void>
  /** The same in lines or pages, as some browsers tell it. */
  turnsIn(mode: 'lines' | 'pages', at: Point, dy: number): Promise<void>
  /** Pulls the wall by mouse, in this many ms, and lets go without a rest. */
  pulls(from: Point, to: Point, how?: { readonly button?: 'left' | 'middle'; readonly ms?: number }): Promise<void>
  /** Waits until nothing moves any more. */
  comesToRest(): Promise<View>
}

const STEPS = 6
/** Whatever moves is somewhere else in each frame. */
const STILL_FRAMES = 8
const MODES = { lines: 1, pages: 2 }

export async function onlookerOf(page: Page): Promise<Onlooker> {
  const line: CDPSession = await page.context().newCDPSession(page)
  const view = () => page.evaluate(() => window.fixture.bench.camera.view())
  const settle = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return {
    view,
    under: (at) => page.evaluate((screen) => window.fixture.bench.camera.toBoard(screen), at),
    async turns({ x, y }, { dx = 0, dy = 0, ctrl = false, shift = false }) {
      const modifiers = (ctrl ? 2 : 0) + (shift ? 8 : 0)
      await line.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: dx, deltaY: dy, modifiers })
      await settle()
    },
    async turnsIn(mode, { x, y }, dy) {
      await page.evaluate(
        ([clientX, clientY, deltaY, deltaMode]) => {
          const turn = { clientX, clientY, deltaY, deltaMode, bubbles: true, cancelable: true }
          document.querySelector('#wall')?.dispatchEvent(new WheelEvent('wheel', turn))
        },
        [x, y, dy, MODES[mode]] as const,
      )
      await settle()
    },
    async pulls(from, to, { button = 'left', ms = 60 } = {}) {
      const began = Date.now()
      const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', share: number) => {
        const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
        // What the mouse says of the time, whatever keeps the machine busy.
        const timestamp = (began + share * ms) / 1000
        return line.send('Input.dispatchMouseEvent', { type, x, y, button, timestamp, clickCount: 1 })
      }
      await mouse('mousePressed', 0)
      for (let step = 1; step <= STEPS; step++) await mouse('mouseMoved', step / STEPS)
      await mouse('mouseReleased', 1)
      await settle()
    },
    async comesToRest() {
      await page.evaluate(async (frames) => {
        const { camera } = window.fixture.bench
        let still = 0
        let before = camera.view()
        while (still < frames) {
          await new Promise((done) => requestAnimationFrame(done))
          const now = camera.view()
          still = now.x === before.x && now.y === before.y && now.zoom === before.zoom ? still + 1 : 0
          before = now
        }
      }, STILL_FRAMES)
      return view()
    },
  }
}
