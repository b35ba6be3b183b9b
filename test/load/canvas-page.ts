import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { ask } from '../support/ask.ts'
import type { LoadBoard } from './boards.ts'
import type { CanvasOptions } from './canvas-options.ts'
import { record } from './canvas-recording.ts'

/** How the page took a block of steps. */
export interface BlockReading {
  readonly steps: number
  /** Main thread and scripts, in milliseconds a step; the share of the main thread's time, in percent. */
  readonly task: number
  readonly script: number
  readonly busy: number
  /** Between animation frames, in milliseconds. */
  readonly median: number
  readonly p95: number
}

/** A tab with the wall in it, and the means to look into it from outside. */
export interface MeasuredPage {
  readonly page: Page
  readonly cdp: CDPSession
  /** Code and styles that were asked for until then, on the page's clock, packed, in kB. */
  weight(until?: number): Promise<number>
  block(name: string, steps: () => Promise<number>): Promise<BlockReading>
  mouse(type: MouseEventType, x: number, y: number, more?: MouseMore): Promise<unknown>
  touch(type: TouchEventType, fingers: readonly Finger[]): Promise<unknown>
  shoot(name: string): Promise<void>
}

type TouchEventType = 'touchStart' | 'touchMove' | 'touchEnd'

interface Finger {
  readonly x: number
  readonly y: number
  readonly id?: number
}

interface MouseMore {
  readonly deltaX?: number
  readonly deltaY?: number
  readonly modifiers?: number
  readonly button?: 'left'
  readonly buttons?: number
  readonly clickCount?: number
}

type MouseEventType = 'mouseMoved' | 'mousePressed' | 'mouseReleased' | 'mouseWheel'

const VIEWPORT = { width: 1280, height: 800 }
/** A phone held upright. Most have as many pixels as this. */
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true }

export function openContext(browser: Browser, { phone, pixelRatio }: CanvasOptions): Promise<BrowserContext> {
  return browser.newContext(phone ? PHONE : { viewport: VIEWPORT, deviceScaleFactor: pixelRatio })
}

/** Gives the device a seat, as if it had come in by the link before. */
export async function seatDevice(context: BrowserContext, origin: string, board: LoadBoard): Promise<void> {
  const path = `/api/boards/${board.id}/seats`
  const { json } = await ask(origin, 'POST', path, board.tokens.facilitator, { name: 'Fay' })
  const { seat, token } = json as { seat: { id: string; name: string; role: string }; token: string }
  const known = {
    ...{ id: board.id, role: seat.role, title: 'A measured session', facilitator: 'Fay', links: {} },
    ...{ seat: { id: seat.id, name: seat.name, token }, visited: 1 },
  }
  await context.addInitScript(
    (boards) => {
      if (localStorage.getItem('momentous.boards') === null) localStorage.setItem('momentous.boards', boards)
    },
    JSON.stringify([known]),
  )
}

export async function openPage(context: BrowserContext, options: CanvasOptions): Promise<MeasuredPage> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const url = response.url()
    if (/\.(js|css)$/.test(url))
      bodies.set(
        url,
        response.body().catch(() => Buffer.alloc(0)),
      )
  })
  page.on('pageerror', (error) => console.log(`  the page says: ${error.message}`))
  await cdp.send('Performance.enable', { timeDomain: options.work ? 'threadTicks' : 'timeTicks' })
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 })
  if (options.throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.throttle })
  return {
    page,
    cdp,
    async weight(until = Number.MAX_VALUE) {
      const asked = await page.evaluate(
        (end) =>
          performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime < end ? name : [])),
        until,
      )
      const came = await Promise.all(asked.map((url) => bodies.get(url) ?? Promise.resolve(Buffer.alloc(0))))
      const sizes = came.filter(({ length }) => length > 0).map((body) => gzipSync(body, { level: 9 }).length)
      return sizes.reduce((sum, size) => sum + size, 0) / 1000
    },
    block: (name, steps) => measured({ page, cdp, name, options }, steps),
    mouse(type, x, y, { deltaX = 0, deltaY = 0, ...more } = {}) {
      // The browser takes the way of a wheel for pixels of the device.
      const turned = { deltaX: deltaX * options.pixelRatio, deltaY: deltaY * options.pixelRatio }
      const event = { type, x, y, button: 'none', buttons: 0, pointerType: 'mouse', ...turned, ...more } as const
      return cdp.send('Input.dispatchMouseEvent', event)
    },
    touch: (type, fingers) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...fingers] }),
    async shoot(name) {
      if (options.shots === null) return
      mkdirSync(options.shots, { recursive: true })
      await page.screenshot({ path: join(options.shots, `${name}.png`) })
    },
  }
}

interface Measuring {
  readonly page: Page
  readonly cdp: CDPSession
  readonly name: string
  readonly options: CanvasOptions
}

async function measured(measuring: Measuring, steps: () => Promise<number>): Promise<BlockReading> {
  const { page, cdp, name, options } = measuring
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 150)))
  const recorded = await record({ page, cdp }, name, options)
  await page.evaluate(watchFrames)
  const from = performance.now()
  const before = await metrics(cdp)
  const count = await steps()
  const after = await metrics(cdp)
  const wall = performance.now() - from
  await recorded()
  const frames = await page.evaluate(() => window.framesSeen?.().toSorted((one, other) => one - other) ?? [])
  const spent = (key: string) => ((after.get(key) ?? 0) - (before.get(key) ?? 0)) * 1000
  const at = (share: number) => frames[Math.min(frames.length - 1, Math.floor(share * frames.length))] ?? Number.NaN
  return {
    steps: count,
    task: spent('TaskDuration') / count,
    script: spent('ScriptDuration') / count,
    busy: (spent('TaskDuration') / wall) * 100,
    median: at(0.5),
    p95: at(0.95),
  }
}

async function metrics(cdp: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics: all } = await cdp.send('Performance.getMetrics')
  return new Map(all.map(({ name, value }) => [name, value]))
}

declare global {
  interface Window {
    framesSeen?: () => number[]
  }
}

/** Runs in the page: notes how far its frames lie apart until somebody asks. */
function watchFrames(): void {
  const frames: number[] = []
  let last: number | null = null
  let on = true
  const step = (at: number) => {
    if (!on) return
    if (last !== null) frames.push(at - last)
    last = at
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
  window.framesSeen = () => {
    on = false
    return frames
  }
}

/** What the page's scripts hold, in MB, after everything that nobody holds is gone. */
export async function heapOf({ cdp }: MeasuredPage): Promise<number> {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}
