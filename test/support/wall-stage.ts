import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { serveFixture, type FixtureServer } from './fixture-server.ts'

/** The wall alone and a browser for it, from before the first test of a `describe` to after its last. */
export function wallStage() {
  let fixture: FixtureServer | null = null
  let browser: Browser | null = null
  beforeAll(async () => {
    fixture = await serveFixture('wall')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await fixture?.close()
  })
  const there = <Thing>(thing: Thing | null): Thing => {
    if (thing === null) throw new Error('The stage is only there while its tests run.')
    return thing
  }
  return { fixture: () => there(fixture), browser: () => there(browser) }
}
