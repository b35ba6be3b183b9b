import type { BrowserContext } from 'playwright-core'
import type { LoadBoard } from './boards.ts'
import type { CanvasOptions } from './canvas-options.ts'
import { openPage, type MeasuredPage } from './canvas-page.ts'
import { goToWall } from './canvas-phone.ts'
import { record } from './canvas-recording.ts'

export interface Opened {
  readonly measured: MeasuredPage
  /** From the address to the frame after all of the wall was there, in milliseconds. */
  readonly complete: number
  /** Code and styles until then, packed, in kB. */
  readonly weight: number
}

interface Address {
  readonly origin: string
  readonly board: LoadBoard
}

declare global {
  interface Window {
    wallComplete?: number
    /** When a script first saw it, before the browser showed it. */
    wallPainted?: number
  }
}

/** On a phone the list comes first, and then a wall of which a part has no notes: what is complete there nobody says. */
export async function openPhone(context: BrowserContext, { origin, board }: Address, options: CanvasOptions) {
  const measured = await openPage(context, options)
  await measured.page.goto(`${origin}/b/${board.id}`, { waitUntil: 'commit' })
  await goToWall(measured.page)
  return measured
}

/** Opens the board in a new tab, wherever notes lie on it by now. */
export async function openAnywhere(context: BrowserContext, { origin, board }: Address, options: CanvasOptions) {
  const measured = await openPage(context, options)
  await measured.page.goto(`${origin}/b/${board.id}`, { waitUntil: 'commit' })
  await measured.page.locator('.konvajs-content').waitFor()
  return measured
}

/** Opens the board in a new tab, and waits until notes lie everywhere on its wall. */
export async function openWall(
  context: BrowserContext,
  address: Address,
  name: string,
  options: CanvasOptions,
): Promise<Opened> {
  const measured = await openPage(context, options)
  const { page, cdp } = measured
  await cdp.send('Network.enable')
  await cdp.send('Network.clearBrowserCache')
  await page.addInitScript(watchWall)
  const recorded = await record(measured, name, options)
  await page.goto(`${address.origin}/b/${address.board.id}`, { waitUntil: 'commit' })
  const there = page.waitForFunction(() => window.wallComplete !== undefined, null, { timeout: 30_000, polling: 100 })
  await there.catch((error: unknown) => measured.shoot('incomplete').then(() => Promise.reject(error)))
  await recorded()
  const complete = await page.evaluate(() => window.wallComplete ?? Number.NaN)
  const painted = await page.evaluate(() => window.wallPainted)
  return { measured, complete, weight: await measured.weight(painted) }
}

/** Runs in the page: looks at each frame whether the wall shows paper in its middle, and left, right and below of it. */
function watchWall(): void {
  const spots = [
    [0, 0],
    [-170, -40],
    [170, 40],
    [-100, 90],
    [100, -80],
  ]
  const isPaper = ([red = 0, green = 0, blue = 0, alpha = 0]: Uint8ClampedArray) =>
    alpha > 200 && red > 150 && green > 150 && blue > 140 && Math.max(red, green, blue) - Math.min(red, green, blue) > 8
  const complete = () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.wall canvas')
    const ctx = canvas?.getContext('2d')
    if (!canvas || !ctx || canvas.clientWidth === 0) return false
    const scale = canvas.width / canvas.clientWidth
    return spots.every(([x = 0, y = 0]) => {
      // A gap between notes is no hole in the wall.
      const near = [0, 5, 17, 33].map((aside) => [
        canvas.clientWidth / 2 + x + aside,
        canvas.clientHeight / 2 + y + aside,
      ])
      return near.some(([left = 0, top = 0]) => isPaper(ctx.getImageData(left * scale, top * scale, 1, 1).data))
    })
  }
  const look = () => {
    if (!complete()) return requestAnimationFrame(look)
    window.wallPainted = performance.now()
    return requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => (window.wallComplete ??= performance.now()))
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  }
  requestAnimationFrame(look)
}
