import { phases } from '@momentous/shared/domain/phase'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { onPhone, type Phone } from '../support/phone-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, picture, type Stage } from '../support/session-stage.ts'

/** What floats over the wall or stands above it. */
const panels = [
  '.top-bar-start',
  '.phase-place',
  '.top-bar-end',
  '.prompt-card',
  '.corner',
  '.wall-panels-tray > *',
  '.rail',
  '.pen-tray',
  '.quick-actions',
]

interface Box {
  readonly name: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const boxes = (page: Page): Promise<Box[]> =>
  page.evaluate(
    (names) =>
      names.flatMap((name) =>
        [...document.querySelectorAll(name)]
          .map((element) => element.getBoundingClientRect())
          .filter(({ width, height }) => width > 0 && height > 0)
          .map(({ left, top, right, bottom }) => ({ name, left, top, right, bottom })),
      ),
    panels,
  )

/** Half a pixel of one may lie on another: they are rounded apart. */
const meet = (a: Box, b: Box) =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5

async function hasRoom(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const all = await boxes(page)
  const outside = all.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
  const meeting = all.flatMap((box, at) =>
    all
      .slice(at + 1)
      .filter((other) => meet(box, other))
      .map((other) => [box.name, other.name]),
  )
  expect({ outside, meeting }).toEqual({ outside: [], meeting: [] })
}

describe('the wall on a phone of 360 px', () => {
  let stage: Stage
  let session: TestSession
  let takes: Phone
  let steers: Phone

  const onWall = async (role: 'participant' | 'facilitator', name: string) => {
    const phone = onPhone(await stage.readPhone())
    await phone.join(session.link(role), name)
    await phone.tap('Menu')
    await phone.page.getByText('Show the wall', { exact: true }).tap()
    await phone.page.getByRole('application').waitFor()
    return phone
  }

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
    takes = await onWall('participant', 'Tom')
    steers = await onWall('facilitator', 'Ruth')
  })
  afterAll(() => stage?.end())

  it.each(['post', 'colour', 'choose'] as const)('in %s no panel lies on another or sticks out', async (phase) => {
    await session.go(phase)
    for (const phone of [takes, steers]) {
      await phone.page.locator('.wall-panels-tray > *').first().waitFor()
      await phone.page.locator('.phase-place', { hasText: phases[phase].label }).waitFor()
      await phone.page.waitForTimeout(300)
      await hasRoom(phone.page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await phone.page.emulateMedia({ colorScheme })
        expect(await axeFindings(phone.page)).toEqual([])
      }
    }
    await picture(takes, `wall-phone-${phase}`)
  })

  it('the tools lie in reach of the thumb, each as large as a finger, and the last of them is a push away', async () => {
    await session.go('post')
    const rail = takes.page.getByRole('toolbar', { name: 'Tools' })
    const tools = await rail.getByRole('button').all()
    expect(tools.length).toBeGreaterThan(4)
    for (const tool of tools) {
      const box = await tool.boundingBox()
      expect(box?.width).toBeGreaterThanOrEqual(44)
      expect(box?.height).toBeGreaterThanOrEqual(44)
      expect(box?.y).toBeGreaterThan(740 * 0.8)
    }
    await takes.tap('More tools')
    await takes.page.getByRole('button', { name: 'Fewer tools' }).scrollIntoViewIfNeeded()
    await takes.tap('Fewer tools')
  })

  it('the buttons of a note lie under no panel, above the line and below it', async () => {
    const { page } = steers
    for (const number of [1, 2]) {
      await page.getByRole('application').focus()
      await page.keyboard.press('Home')
      for (let step = 1; step < number; step++) await page.keyboard.press('ArrowRight')
      await page.getByRole('toolbar', { name: 'What to do with it' }).waitFor()
      await page.waitForTimeout(500)
      await hasRoom(page)
    }
    await page.keyboard.press('Escape')
  })

  it('a pen’s colours take the composer’s place, and what was half typed is there again after it', async () => {
    const field = takes.page.getByRole('textbox', { name: 'The next moment' })
    await field.fill('Half a thought')
    await takes.tap('Pen')
    await takes.page.locator('.pen-tray').waitFor()
    await hasRoom(takes.page)
    expect(await field.isVisible()).toBe(false)
    await takes.tap('Select')
    expect(await field.inputValue()).toBe('Half a thought')
  })

  it('a tap with the note tool makes a note whose words can be typed at once, on the line and beside it', async () => {
    const { page } = takes
    const field = page.getByRole('textbox', { name: 'Text of this moment' })
    const typed = async (words: string) => {
      await field.waitFor()
      await page.waitForTimeout(300)
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.keyboard.type(words)
      await page.getByRole('list', { name: 'Moments in order' }).getByText(words).waitFor({ state: 'attached' })
      await page.getByRole('application').focus()
      await expect.poll(() => field.count()).toBe(0)
    }
    for (const [x, y] of [
      [300, 470],
      [180, 180],
    ] as const) {
      await takes.tap('Note')
      await page.touchscreen.tap(x, y)
      await typed(`Tapped at ${x}`)
    }
    await page.getByRole('button', { name: 'Show everything' }).tap()
    await page.waitForTimeout(500)
  })

  it('with the device’s keyboard up there is nothing but the note that is typed into, and all of it is in sight', async () => {
    const { page } = takes
    await takes.tap('Note')
    await page.touchscreen.tap(250, 470)
    const field = page.getByRole('textbox', { name: 'Text of this moment' })
    await field.waitFor()
    await page.setViewportSize({ width: 360, height: 380 })
    await page.waitForTimeout(900)
    const box = await field.boundingBox()
    expect(box?.x).toBeGreaterThan(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(360)
    expect(box?.y).toBeGreaterThan(56)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(380)
    expect(await page.getByRole('toolbar', { name: 'Tools' }).isVisible()).toBe(false)
    await picture(takes, 'wall-phone-keyboard')
    await page.getByRole('application').focus()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
  })

  it('with the keyboard up the field for the next moment keeps the wall in sight, also on its side', async () => {
    const { page } = takes
    const field = page.getByRole('textbox', { name: 'The next moment' })
    for (const [across, keyboard] of [
      [{ width: 360, height: 740 }, 360],
      [{ width: 740, height: 360 }, 195],
    ] as const) {
      await page.setViewportSize(across)
      await field.tap()
      await page.setViewportSize({ ...across, height: across.height - keyboard })
      await page.getByRole('toolbar', { name: 'Tools' }).waitFor({ state: 'hidden' })
      await page.waitForTimeout(300)
      await hasRoom(page)
      const free = (await field.boundingBox())?.y ?? 0
      expect(free).toBeGreaterThan((across.height - keyboard) / 2)
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.getByRole('application').focus()
      await page.setViewportSize(across)
      await page.getByRole('toolbar', { name: 'Tools' }).waitFor()
    }
    await page.setViewportSize({ width: 360, height: 740 })
  })

  it('a note that was too far away to be read comes closer when it is typed into', async () => {
    const { page } = takes
    await takes.tap('Show everything')
    await page.waitForTimeout(600)
    await page.getByRole('application').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Text of this moment' })
    await expect.poll(async () => (await field.boundingBox())?.width ?? 0, { timeout: 5000 }).toBeGreaterThan(90)
    await page.keyboard.press('Escape')
  })
})
