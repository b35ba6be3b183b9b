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

/** The tab is gone without a word: no event, no last write. */
async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await gone
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
      keeping.keep([window.model.change('2'), window.model.question('3'), window.model.change('1')], [])
      keeping.confirm(Uint8Array.of(7), 3)
      keeping.offer(
        [{ id: 'o', rule: 'M1', reason: 'Late.', words: 'Rain', command: { name: 'add-moment', args: {} } }],
        [],
      )
      await keeping.flush()
    })
    await page.reload()
    const kept = await page.evaluate(() => window.model.keeping('second').open())
    expect(kept).toMatchObject({
      ...{ epoch: 3, changes: [{ key: '1' }, { key: '2' }], questions: [{ key: '3' }], offered: [{ words: 'Rain' }] },
    })
    expect(Object.values(kept.confirmed[0] ?? {})).toEqual([7])
    expect(Object.values(kept.changes[0]?.update ?? {})).toEqual([1, 2, 3])
  })

  it('puts one state in the place of what was confirmed, and forgets what is not ours', async () => {
    const page = await visit(await device())
    const confirmed = await page.evaluate(async () => {
      const keeping = window.model.keeping('first')
      await keeping.open()
      keeping.keepEpoch(4)
      keeping.confirm(Uint8Array.of(7), 4)
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

  it('keeps pictures that were seen, the last of them, until the board is not ours any more', async () => {
    const page = await visit(await device())
    await page.evaluate(async () => {
      await window.model.seen('tests').put('one')
      await window.model.seen('others').put('two')
    })
    await page.reload()
    const read = () =>
      page.evaluate(async () => {
        const [own, other] = [window.model.seen('tests'), window.model.seen('others')]
        return [await own.get('one'), await other.get('two'), await own.get('two'), await own.get('three')]
      })
    expect(await read()).toEqual(['one', 'two', null, null])
    await page.evaluate(() => window.model.seen('tests').put('three'))
    expect(await read()).toEqual([null, 'two', null, 'three'])
    await page.evaluate(() => window.model.keeping('first').forget())
    await expect.poll(read).toEqual([null, 'two', null, null])
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

  it('hands over to a page that is open what another one leaves when it crashes, once', async () => {
    const within = await device()
    const [first, second, third] = [await visit(within), await visit(within), await visit(within)]
    for (const [page, name] of [
      [second, 'second'],
      [third, 'third'],
    ] as const) {
      await page.evaluate((own) => {
        const keeping = window.model.keeping(own)
        Object.assign(window, { keeping })
        return keeping.open()
      }, name)
    }
    await first.evaluate(() => {
      const keeping = window.model.keeping('first')
      keeping.keep([window.model.change('1'), window.model.question('2')], [])
    })
    const orphans = (page: Page) => page.evaluate(() => window.model.orphans())
    expect(await orphans(second)).toEqual([])
    await first.waitForTimeout(300)
    await crash(first)
    const found: string[] = []
    await expect
      .poll(async () => {
        found.push(...(await orphans(second)), ...(await orphans(third)))
        return found.toSorted()
      })
      .toEqual(['1', '2'])
    expect([...(await orphans(second)), ...(await orphans(third))]).toEqual([])
  })

  it('sends nothing in the name of another seat of the same device', async () => {
    const within = await device()
    const page = await visit(within)
    await page.evaluate(async () => {
      const keeping = window.model.keeping('first')
      keeping.keep([window.model.question('1')], [])
      await keeping.flush()
    })
    await page.reload()
    const questions = (seat: string) =>
      page.evaluate(async (its) => (await window.model.keeping(`page-of-${its}`, its).open()).questions.length, seat)
    expect(await questions('seat-of-bob')).toBe(0)
    expect(await questions('seat-of-ann')).toBe(1)
  })

  it('never mixes two incarnations of a board', async () => {
    const page = await visit(await device())
    const kept = await page.evaluate(async () => {
      const [one, other] = [window.model.keeping('one'), window.model.keeping('other')]
      await one.open()
      await other.open()
      one.keepEpoch(1)
      one.confirm(Uint8Array.of(1), 1)
      await one.flush()
      other.keepEpoch(2)
      await other.flush()
      one.confirm(Uint8Array.of(2), 1)
      await one.flush()
      const { epoch, confirmed } = await one.open()
      return { epoch, confirmed: confirmed.length }
    })
    expect(kept).toEqual({ epoch: null, confirmed: 0 })
  })
})

describe('a browser that keeps nothing', () => {
  const tell = async (script: () => void) => {
    const within = await context()
    await within.addInitScript(script)
    const page = await visit(within)
    return page.evaluate(async () => {
      const keeping = window.model.keeping('first')
      const kept = await keeping.open()
      keeping.keep([window.model.change('1')], [])
      await keeping.flush()
      return { works: keeping.works.get(), changes: kept.changes.length }
    })
  }

  it('says so when its storage is switched off', async () => {
    const off = () => Object.defineProperty(window, 'indexedDB', { value: undefined })
    expect(await tell(off)).toEqual({ works: false, changes: 0 })
  })

  it('says so when opening it fails, as in some private windows', async () => {
    const fails = () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'InvalidStateError')
      }
    }
    expect(await tell(fails)).toEqual({ works: false, changes: 0 })
  })

  it('says so when it is full, tries again, and is well when there is room', async () => {
    const within = await context()
    await within.addInitScript(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function full(...given) {
        if (Object.hasOwn(window, 'full')) throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, given)
      }
    })
    const page = await visit(within)
    const works = await page.evaluate(async () => {
      const keeping = window.model.keeping('first')
      await keeping.open()
      Object.assign(window, { full: true })
      keeping.keep([window.model.change('1')], [])
      await keeping.flush()
      const then = keeping.works.get()
      Reflect.deleteProperty(window, 'full')
      keeping.keep([window.model.change('2')], [])
      await keeping.flush()
      return [then, keeping.works.get()]
    })
    expect(works).toEqual([false, true])
    await page.close()
    const next = await visit(within)
    await expect
      .poll(() => next.evaluate(async () => (await window.model.keeping('next').open()).changes.map(({ key }) => key)))
      .toEqual(['1', '2'])
  })
})
