import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

const main = join(import.meta.dirname, '..', '..', 'server', 'src', 'main.ts')
/** Where pictures go: beside the build, or, with PICTURES=keep, over those that the repository keeps and the README shows. */
const pictures =
  process.env['PICTURES'] === 'keep'
    ? join(import.meta.dirname, '..', 'session', 'pictures')
    : join(import.meta.dirname, '..', '..', 'dist', 'pictures')

const DESK = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

export interface Seat {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained of: console errors and uncaught ones, but for a network that was cut on purpose. */
  readonly complaints: string[]
}

export interface Stage {
  readonly origin: string
  /** A browser of one's own: nothing is shared with the others but the server. */
  desk(): Promise<Seat>
  phone(): Promise<Seat>
  /** A desk and a phone whose pages let a test read along with a script of its own. */
  readDesk(): Promise<Seat>
  readPhone(): Promise<Seat>
  /** Kills the server in the middle of whatever it does. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  restart(): Promise<void>
  killAndRestart(): Promise<void>
  end(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function startServer(port: number, data: string, more: Record<string, string>): Promise<ChildProcess> {
  const env = { ...more, PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), DATA: data }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const printed of child.stdout.setEncoding('utf8')) if (String(printed).includes('ready')) break
  return child
}

async function seatIn(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Seat> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const cut = /net::ERR_|WebSocket connection|Failed to load resource/.test(message.text())
    if (message.type() === 'error' && !cut) complaints.push(message.text())
  })
  return { page, context, complaints }
}

/** The product as people meet it: a server process with an empty data folder and maybe settings, and browsers that share nothing. */
export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'momentous-session-'))
  const port = await freePort()
  let server = await startServer(port, data, env)
  const browser = await launchChromium()
  const kill = async () => {
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }
  const restart = async () => {
    server = await startServer(port, data, env)
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    desk: () => seatIn(browser, DESK),
    phone: () => seatIn(browser, PHONE),
    readDesk: () => seatIn(browser, { ...DESK, bypassCSP: true }),
    readPhone: () => seatIn(browser, { ...PHONE, bypassCSP: true }),
    kill,
    restart,
    async killAndRestart() {
      await kill()
      await restart()
    },
    async end() {
      await browser.close()
      server.kill('SIGKILL')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A picture of what somebody sees now, once everything that moves has come to rest. */
export async function picture(seat: Seat, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await seat.page.waitForTimeout(700)
  await seat.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}

/** Everything that somebody's page says now, for the report of a test that failed. */
export async function seen({ page, complaints }: Seat): Promise<string> {
  const snapshot = await page.locator('body').ariaSnapshot({ timeout: 2000 })
  return [page.url().replace(/#.*/, ''), ...complaints, snapshot].join('\n')
}
