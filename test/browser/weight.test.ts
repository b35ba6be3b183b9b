import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { root } from '../support/sources.ts'

/** The code that a page asks for before it shows its heading: scripts and styles, packed, in kB. */
const codeBeforeHeading = async (browser: Browser, url: string) => {
  const page = await browser.newPage()
  const responses: Response[] = []
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(response.url())) responses.push(response)
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByRole('heading').first().waitFor()
  const bodies = await Promise.all(responses.map((response) => response.body()))
  await page.close()
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
}

describe('what a phone has to load', () => {
  let server: PreviewServer
  let browser: Browser

  beforeAll(async () => {
    server = await preview({ configFile: join(root, 'vite.config.ts'), preview: { port: 0, host: '127.0.0.1' } })
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each([
    ['the home page', ''],
    ['the page to join by', 'b/k7m2pq9rstuv#token'],
  ])('%s shows itself after at most 100 kB of code', async (_name, path) => {
    expect(await codeBeforeHeading(browser, `${server.resolvedUrls?.local[0]}${path}`)).toBeLessThanOrEqual(100)
  })
})
