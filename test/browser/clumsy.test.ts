import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

/** What hands do that nobody meant, and windows that others open at that moment: one page for all of it. */
describe('a clumsy hand', () => {
  const stage = wallStage()
  let page: Page
  const complaints: string[] = []
  let view = { x: 0, y: 0, zoom: 1 }

  beforeAll(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await openWall(page, stage.fixture(), 'phase=post')
    view = await page.evaluate(() => window.fixture.bench.camera.view())
  })
  beforeEach(() =>
    page.evaluate((first) => {
      window.fixture.bench.selection.clear()
      window.fixture.bench.camera.jump(first)
    }, view),
  )

  /** The middle of a note of the timeline on the page. */
  const middleOf = (index: number) =>
    page.evaluate((at) => {
      const { bench, board } = window.fixture
      const rect = bench.scene.note(board.line()[at] as never)?.rect
      const box = document.querySelector('.wall')?.getBoundingClientRect()
      if (!rect || !box) throw new Error('The note is there.')
      const { x, y } = bench.camera.toScreen({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 })
      return { x: x + box.x, y: y + box.y }
    }, index)
  const hand = () =>
    page.evaluate(() => {
      const { live, camera } = window.fixture.bench
      return {
        drag: live.drag.get().size,
        marquee: live.marquee.get(),
        busy: window.fixture.toolbox.busy(),
        camera: camera.view(),
      }
    })
  const placeOf = (index: number) =>
    page.evaluate((at) => window.fixture.wall.moment(window.fixture.board.line()[at] as never)?.place ?? null, index)
  const takesUp = async (index: number) => {
    const at = await middleOf(index)
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 30, at.y + 40, { steps: 2 })
    await expect.poll(async () => (await hand()).drag).toBe(1)
    return at
  }

  it('puts down what it held when the button is let go where the page hears nothing of it', async () => {
    const at = await takesUp(2)
    await page.mouse.move(at.x, 760, { steps: 2 })
    // Another window had the pointer: the next that is heard of it is that no button is down.
    await page.locator('.wall').evaluate((wall, x) => {
      const more = { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, button: -1, buttons: 0 }
      wall.dispatchEvent(new PointerEvent('pointermove', { ...more, clientX: x, clientY: 300 }))
    }, at.x)
    await expect.poll(async () => (await hand()).drag).toBe(0)
    expect((await hand()).busy).toBe(false)
    await page.mouse.up()
    const place = await placeOf(2)
    await page.mouse.move(200, 300)
    await page.mouse.move(260, 340)
    expect([await placeOf(2), (await hand()).marquee]).toEqual([place, null])
  })

  it('leaves everything where it was after a right click, a lost pointer and Escape in the middle of it', async () => {
    for (const breaks of ['contextmenu', 'pointercancel', 'Escape'] as const) {
      await takesUp(4)
      if (breaks === 'Escape') await page.keyboard.press('Escape')
      else {
        await page.locator('.wall').evaluate((wall, type) => {
          const more = { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true }
          wall.dispatchEvent(new PointerEvent(type, { ...more, button: 2, buttons: 3, clientX: 640, clientY: 300 }))
        }, breaks)
      }
      await expect.poll(async () => (await hand()).drag).toBe(0)
      await page.mouse.move(500, 600, { steps: 2 })
      await page.mouse.up()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      expect([breaks, await placeOf(4), (await hand()).busy]).toEqual([breaks, null, false])
    }
  })

  it('may drop outside the window', async () => {
    const at = await takesUp(6)
    await page.mouse.move(at.x, 1200, { steps: 3 })
    await page.mouse.up()
    await expect.poll(async () => (await hand()).drag).toBe(0)
    const place = await placeOf(6)
    expect(place?.every(Number.isFinite)).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await placeOf(6)).toBeNull()
  })

  const paste = (words: string, html = '') =>
    page.evaluate(
      ([plain = '', marked = '']) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', plain)
        if (marked !== '') clipboardData.setData('text/html', marked)
        const before = performance.now()
        document
          .querySelector('.wall')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        return performance.now() - before
      },
      [words, html],
    )
  const texts = () =>
    page.evaluate(() => window.fixture.board.line().map((id) => window.fixture.wall.moment(id)?.text ?? ''))

  it('pastes two megabytes, and cells of a spreadsheet with all that comes with them', async () => {
    await paste(`${'x'.repeat(2_000_000)}`)
    const after = await texts()
    expect([after.length, after.at(-1)?.length]).toEqual([11, 400])
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><!--StartFragment--><td>Parks</td><!--EndFragment--></html>'
    await paste('Parks\tPost\r\nRings\t\r\n', html)
    expect((await texts()).filter((text) => ['Parks', 'Rings'].includes(text))).toEqual(['Parks', 'Rings'])
    expect(await page.evaluate(() => window.fixture.wall.said.join(' '))).toContain('400 characters')
  })

  it('loses no words of a note or a stage that go while they are typed, not even those that are being composed', async () => {
    const at = await middleOf(3)
    await page.mouse.dblclick(at.x, at.y)
    await page.locator('.note-editor').evaluate((field: HTMLTextAreaElement) => {
      field.dispatchEvent(new CompositionEvent('compositionstart'))
      field.value += ' にほん'
      field.dispatchEvent(new InputEvent('input'))
    })
    await page.evaluate(() => {
      const { board } = window.fixture
      board.run('remove-moments', { ids: [board.line()[3]], removed: true })
    })
    await page.locator('.lost-words', { hasText: 'にほん' }).waitFor()
    await page.getByRole('button', { name: 'Let it go' }).click()

    await page.evaluate(() => {
      const { board, bench } = window.fixture
      board.run('add-stage', { id: 'stage-desk-1', title: 'At the desk', after: board.line()[2] })
      bench.desk.naming.set('stage-desk-1' as never)
    })
    await page.getByRole('textbox', { name: 'Title of this stage' }).fill('At the counter')
    await page.evaluate(() => window.fixture.board.run('set-stage', { id: 'stage-desk-1', removed: true }))
    await page.locator('.lost-words', { hasText: 'At the counter' }).waitFor()
    await page.getByRole('button', { name: 'Put it back on the wall' }).click()
    await page.getByRole('textbox', { name: 'Title of this stage' }).waitFor()
    expect(await page.evaluate(() => window.fixture.wall.stages()[0])).toMatchObject({
      title: 'At the counter',
      removed: false,
    })
    expect(complaints).toEqual([])
  })

  it('finds the buttons of a note below it where they would lie on its words', async () => {
    await page.evaluate(() => {
      const { bench, board } = window.fixture
      const id = board.line()[2]
      board.run('place-moments', { places: [{ id, place: [300, 900, 176, 120] }] })
      bench.camera.jump({ x: 200, y: 900 - 160, zoom: 1 })
      bench.selection.set([id as never])
    })
    const row = page.locator('.quick-actions')
    await row.waitFor()
    const covers = async () => {
      const [box, at] = [await row.boundingBox(), await middleOf(2)]
      return box === null || (box.y < at.y + 60 && box.y + box.height > at.y - 60)
    }
    await expect.poll(covers).toBe(false)
  })

  it('keeps hold while the window changes and the wheel turns, and drops where the pointer is', async () => {
    const at = await takesUp(5)
    await page.setViewportSize({ width: 1000, height: 700 })
    await page.mouse.wheel(0, 120)
    await page.mouse.move(at.x, 640, { steps: 2 })
    await page.mouse.up()
    await expect.poll(async () => (await placeOf(5)) !== null).toBe(true)
    const dropped = await middleOf(5)
    expect(Math.abs(dropped.y - 640)).toBeLessThan(80)
  })
})
