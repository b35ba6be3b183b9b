import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { serveFixture, type FixtureServer } from '../support/fixture-server.ts'

let fixture: FixtureServer
let browser: Browser

beforeAll(async () => {
  fixture = await serveFixture('model')
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await fixture.close()
})

async function context(): Promise<BrowserContext> {
  const made = await browser.newContext()
  onTestFinished(() => made.close())
  return made
}

async function visit(within: BrowserContext): Promise<Page> {
  const page = await within.newPage()
  await page.goto(fixture.page)
  await page.getByRole('heading', { name: 'The model alone' }).waitFor()
  return page
}

describe('what renders again', () => {
  const at = async () => {
    const page = await visit(await context())
    const ids = await page.evaluate(() => window.model.ids())
    await page.evaluate(() => window.model.rendered())
    const after = async (change: (id: string) => void) => {
      await page.evaluate(change, ids[0] ?? '')
      await page.waitForTimeout(100)
      return page.evaluate(() => window.model.rendered())
    }
    return { page, ids, after }
  }

  it('a move of one note renders one row', async () => {
    const { ids, after } = await at()
    const move = (id: string) => void window.model.run('place-moments', { places: [{ id, place: [10, 20, 176, 120] }] })
    expect(await after(move)).toEqual([ids[0]])
  })

  it('a note that goes renders no other row', async () => {
    const { page, ids, after } = await at()
    const remove = (id: string) => void window.model.run('remove-moments', { ids: [id], removed: true })
    expect((await after(remove)).filter((each) => each !== ids[0])).toEqual([])
    expect(await page.getByRole('listitem').count()).toBe(9)
  })

  it('a button renders when its ruling changes, and not with every change', async () => {
    const { page, after } = await at()
    expect(await after((id) => void window.model.run('set-paper', { ids: [id], paper: 'rose' }))).not.toContain(
      'button',
    )
    expect(await after(() => window.model.go('choose'))).toEqual(['button'])
    expect(await page.getByRole('button').textContent()).toContain('Choose')
  })
})

describe.each(['with locks', 'without locks, as in plain http'])('the device’s storage, %s', (how) => {
  const device = async () => {
    const made = await context()
    if (how !== 'with locks') {
      await made.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
    }
    return made
  }
  const keys = (page: Page, name: string) =>
    page.evaluate(async (own) => (await window.model.keeping(own).open()).changes.map(({ key }) => key), name)

  it('has everything after a reload', async () => {
    const page = await visit(await device())
    await page.evaluate(async () => {
      const keeping = window.model.keeping('first')
      await keeping.open()
      keeping.keepEpoch(3)
      keeping.keep([window.model.change('2'), window.model.change('1')], [])
      keeping.confirm(Uint8Array.of(7))
      keeping.offer([
        { id: 'o', rule: 'M1', reason: 'Late.', words: 'Rain', command: { name: 'add-moment', args: {} } },
      ])
      await keeping.flush()
    })
    await page.reload()
    const kept = await page.evaluate(() => window.model.keeping('second').open())
    expect(kept).toMatchObject({ epoch: 3, changes: [{ key: '1' }, { key: '2' }], offered: [{ words: 'Rain' }] })
    expect(Object.values(kept.confirmed[0] ?? {})).toEqual([7])
    expect(Object.values(kept.changes[0]?.update ?? {})).toEqual([1, 2, 3])
  })

  it('puts one state in the place of what was confirmed, and forgets what is not ours', async () => {
    const page = await visit(await device())
    const confirmed = await page.evaluate(async () => {
      const keeping = window.model.keeping('first')
      await keeping.open()
      keeping.confirm(Uint8Array.of(7))
      await keeping.flush()
      keeping.confirmAll(Uint8Array.of(8, 8), 4)
      await keeping.flush()
      const { epoch, confirmed: updates } = await keeping.open()
      keeping.forget()
      await keeping.flush()
      return [epoch, updates.map((update) => [...update]), (await keeping.open()).confirmed.length]
    })
    expect(confirmed).toEqual([4, [[8, 8]], 0])
  })

  it('leaves a page its own changes while it lives, and gives them to the next one afterwards', async () => {
    const within = await device()
    const [first, second] = [await visit(within), await visit(within)]
    await first.evaluate(async () => {
      const keeping = window.model.keeping('first')
      await keeping.open()
      keeping.keep([window.model.change('1')], [])
      await keeping.flush()
    })
    expect(await keys(second, 'second')).toEqual([])
    await first.close()
    await expect.poll(() => keys(second, 'third')).toEqual(['1'])
    expect(await keys(second, 'fourth')).toEqual([])
  })
})
