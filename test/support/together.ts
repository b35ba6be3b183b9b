import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@momentous/shared/domain/role'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { doorsServer } from './doors-server.ts'
import { buildSession, type TestSession } from './session-builder.ts'
import { root } from './sources.ts'

/** Somebody at a desk, whose store and wall a test can read in the page. */
export interface OpenDesk {
  readonly page: Page
  readonly seat: { readonly id: string; readonly token: string }
  /** Errors, warnings, and what nobody caught. */
  readonly complaints: string[]
}

export interface Together {
  readonly session: TestSession
  desk(name: string, role?: Role, options?: BrowserContextOptions): Promise<OpenDesk>
  end(): Promise<void>
}

/** A board on the whole server, and desks in browsers of their own, built so that a test can look inside. */
export async function together(): Promise<Together> {
  const folder = mkdtempSync(join(tmpdir(), 'momentous-desks-'))
  cpSync(join(root, 'dist', 'fixtures'), folder, { recursive: true })
  renameSync(join(folder, 'together-fixture.html'), join(folder, 'index.html'))
  const server = await doorsServer(folder)
  const browser = await launchChromium()
  const session = await buildSession(server.origin)
  return {
    session,
    async desk(name, role = 'participant', options = {}) {
      const seat = await session.sit(role, name)
      const context = await browser.newContext({
        // So that a test may read along with a script of its own.
        bypassCSP: true,
        viewport: { width: 1280, height: 800 },
        permissions: ['clipboard-read', 'clipboard-write'],
        ...options,
      })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error.stack)))
      page.on('console', (message) => {
        const noIcon = message.text().includes('Failed to load resource')
        if (['error', 'warning'].includes(message.type()) && !noIcon) complaints.push(message.text())
      })
      page.on('domcontentloaded', () => complaints.push(`went to ${page.url()}`))
      const query = new URLSearchParams({ board: session.board, seat: seat.id, token: seat.token, role, name })
      await page.goto(`${server.origin}/?${query.toString()}`)
      await page.locator('.wall canvas').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(300)
      complaints.length = 0
      return { page, seat, complaints }
    },
    async end() {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
