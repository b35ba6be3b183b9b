import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

type Made = 'picture' | 'broken' | 'svg' | 'heic' | 'pdf' | 'text'

describe('pictures on the wall', () => {
  const stage = wallStage()
  let context: BrowserContext
  let page: Page

  beforeEach(async () => {
    context = await stage.browser().newContext({
      ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', bypassCSP: true },
    })
    page = await context.newPage()
    await openWall(page, stage.fixture(), 'phase=post&role=participant')
  })
  afterEach(() => context.close())

  /** Drops or pastes files of these kinds, in the middle of the wall. */
  const give = (how: 'drop' | 'paste', kinds: readonly Made[]) =>
    page.evaluate(
      async ({ way, made }) => {
        const canvas = document.createElement('canvas')
        canvas.width = 2400
        canvas.height = 1200
        const ctx = canvas.getContext('2d')
        if (ctx) {
          ctx.fillStyle = '#1f6b4f'
          ctx.fillRect(0, 0, 2400, 1200)
        }
        const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
        const files: Readonly<Record<string, () => File>> = {
          picture: () => new File([png ?? ''], 'shop.png', { type: 'image/png' }),
          broken: () => new File(['not a picture'], 'torn.png', { type: 'image/png' }),
          svg: () => new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'plan.svg', { type: 'image/svg+xml' }),
          heic: () => new File(['ftypheic'], 'photo.HEIC', { type: '' }),
          pdf: () => new File(['%PDF'], 'menu.pdf', { type: 'application/pdf' }),
          text: () => new File(['Finds the door\nRings the bell'], 'notes.txt', { type: 'text/plain' }),
        }
        const carried = new DataTransfer()
        for (const kind of made) {
          const file = files[kind]?.()
          if (file) carried.items.add(file)
        }
        const wall = document.querySelector('.wall')
        const event =
          way === 'drop'
            ? new DragEvent('drop', {
                ...{ dataTransfer: carried, bubbles: true, cancelable: true },
                ...{ clientX: 640, clientY: 620 },
              })
            : new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true })
        wall?.dispatchEvent(event)
        return event.defaultPrevented
      },
      { way: how, made: kinds },
    )
  const images = () =>
    page.evaluate(() => window.fixture.wall.shapes().flatMap((shape) => (shape.kind === 'image' ? { ...shape } : [])))
  const said = () => page.evaluate(() => [...window.fixture.wall.said])

  it('come by drop and by paste, shrunk on the device, and are described in words', async () => {
    await give('drop', ['picture'])
    await expect.poll(async () => (await images()).length).toBe(1)
    const [image] = await images()
    expect(image?.image).toMatchObject({ w: 1600, h: 800 })
    expect(image?.place.slice(2)).toEqual([480, 240])
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: /^What this image shows/ }).waitFor()
    await page.keyboard.type('The shop window')
    await page.keyboard.press('Enter')
    await page.getByText('Image: The shop window').waitFor({ state: 'attached' })
    expect(await axeFindings(page)).toEqual([])
    await give('paste', ['picture'])
    await expect.poll(async () => (await images()).length).toBe(2)
  })

  it('that are none, damaged, a drawing or a kind that the browser can’t read say so, each in its own words', async () => {
    for (const kind of ['broken', 'svg', 'heic', 'pdf'] as const) expect(await give('drop', [kind])).toBe(true)
    await expect.poll(async () => (await said()).length).toBe(4)
    expect((await said()).toSorted()).toEqual([
      'A drawing in SVG may hold a program, so it stays outside. Save it as a PNG and bring that.',
      'This browser can’t read HEIC photographs. Save it as a JPEG and bring that.',
      'This is no picture. Pictures are PNG, JPEG, WebP or GIF files.',
      'This picture is damaged: it can’t be read. Open it elsewhere and save it anew.',
    ])
    expect(await images()).toEqual([])
  })

  it('texts that are dropped become notes', async () => {
    const before = await page.evaluate(() => window.fixture.board.line().length)
    await give('drop', ['text'])
    await expect.poll(() => page.evaluate(() => window.fixture.board.line().length)).toBe(before + 2)
  })

  it('are chosen among files: in the rail, by key and in the menu of the wall', async () => {
    await page.getByRole('button', { name: 'More tools' }).click()
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Picture from a file' }).click()
    expect((await chosen).isMultiple()).toBe(true)
    const byKey = page.waitForEvent('filechooser')
    await page.locator('.wall').focus()
    await page.keyboard.press('i')
    await byKey
  })

  it('wait without a network, are shown meanwhile, and go up after a reload', async () => {
    await page.evaluate(() => window.fixture.shelf.network(false))
    await give('drop', ['picture'])
    await expect.poll(async () => (await images()).length).toBe(1)
    expect(await said()).toEqual(['You are offline. The picture is kept on this device and goes up when you are back.'])
    const hash = (await images())[0]?.image.hash ?? ''
    const shown = () => page.evaluate((name) => typeof window.fixture.bench.pictures.get(name) === 'object', hash)
    await expect.poll(shown).toBe(true)
    await page.reload()
    await page.locator('.wall canvas').first().waitFor()
    expect(await page.evaluate(() => window.fixture.shelf.sent())).toEqual([])
    await page.evaluate(() => window.fixture.shelf.network(true))
    await expect.poll(() => page.evaluate(() => window.fixture.shelf.sent())).toEqual([hash])
    await expect.poll(said).toEqual(['The picture that waited is on the board now.'])
  })
})
