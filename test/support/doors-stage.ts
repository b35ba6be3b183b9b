import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { doorsServer } from './doors-server.ts'
import { buildSession, type TestSession } from './session-builder.ts'

interface Doors {
  readonly origin: string
  readonly browser: Browser
  /** A board in Post. */
  readonly session: TestSession
}

/** The whole server with a board in Post, and a browser, from before the first test of a file or `describe` to after its last. */
export function doorsStage(): () => Doors {
  let server: Awaited<ReturnType<typeof doorsServer>> | null = null
  let doors: Doors | null = null
  let browser: Browser | null = null
  beforeAll(async () => {
    server = await doorsServer()
    browser = await launchChromium()
    const session = await buildSession(server.origin)
    await session.go('post')
    doors = { origin: server.origin, browser, session }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return () => {
    if (doors === null) throw new Error('The doors are only open while their tests run.')
    return doors
  }
}
