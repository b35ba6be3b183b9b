import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveStore } from '../support/live-store.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'

const GUESS = 'With so few of us, people may guess who wrote what.'

const screens = {
  'at a desk': { fixture: 'panels', query: 'phase=lobby&role=participant', width: 1280 },
  'on a phone': { fixture: 'list', query: 'stage=ideas&role=participant', width: 360 },
} as const

describe.each(Object.entries(screens))(
  'while ideas without names are open, %s',
  (_where, { fixture, query, width }) => {
    let server: FixtureServer
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      server = await serveFixture(fixture)
      browser = await launchChromium()
      page = await browser.newPage({ viewport: { width, height: 760 }, reducedMotion: 'reduce' })
      await page.goto(`${server.page}?${query}`)
      await page.evaluate(() => {
        const { live } = storeOf()
        const moments = live.line().slice(0, 3)
        live.set({ phase: 'ideas', shortlist: { moments, reason: '' }, focus: moments[0] ?? null })

        function storeOf(): LiveStore {
          const { desk, list } = window as unknown as Record<string, { store: LiveStore } | undefined>
          const store = (desk ?? list)?.store
          if (store === undefined) throw new Error('There is no store.')
          return store
        }
      })
      await page.getByText('No names here').first().waitFor()
    })
    afterAll(async () => {
      await browser.close()
      await server.close()
    })

    const tell = (quiet: { ready: number; few: boolean }, ready: boolean) =>
      page.evaluate(
        ({ quiet, ready }) => {
          const { desk, list } = window as unknown as Record<string, { store: LiveStore } | undefined>
          const store = (desk ?? list)?.store
          store?.people.set({ ...store.people.get(), quiet })
          store?.mine.set({ ...store.mine.get(), ready })
        },
        { quiet, ready },
      )

    it('says that people may guess when fewer than three are here, and only then', async () => {
      await tell({ ready: 0, few: true }, false)
      await page.getByText(GUESS).first().waitFor()
      await tell({ ready: 0, few: false }, false)
      await expect.poll(() => page.getByText(GUESS).count()).toBe(0)
    })

    it('shows one’s own tick to oneself, also when the list of people tells of nobody’s', async () => {
      await tell({ ready: 1, few: false }, true)
      await page.getByRole('button', { name: 'Not ready yet' }).waitFor()
      await tell({ ready: 0, few: false }, false)
      await page.getByRole('button', { name: 'I’m ready' }).waitFor()
    })
  },
)
