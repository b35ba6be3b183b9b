import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intersects } from '@momentous/shared/scene/geometry'
import { layOut } from '@momentous/shared/scene/note-layout'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { atDesk } from '../support/desk-driver.ts'
import { byKeyboard } from '../support/keyboard-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Stage } from '../support/session-stage.ts'

/** How quick and how easy it is, measured on people who have never seen it. */
describe('yardsticks', () => {
  let stage: Stage
  let session: TestSession

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin, { template: 'empty' })
    await session.go('post')
  })
  afterAll(() => stage?.end())

  const texts = async () => (await session.content()).moments.map(({ text }: { text: string }) => text)

  it('from the link to the first note on a phone in two taps', async () => {
    const { page } = await stage.phone()
    await page.goto(session.link('participant'))
    await page.getByRole('button', { name: 'Join' }).tap()
    const composer = page.getByRole('textbox', { name: 'The next moment' })
    await composer.waitFor()
    if (!(await composer.evaluate((field) => field === document.activeElement))) await composer.tap()
    await page.keyboard.type('Sees the sign from the street')
    await page.keyboard.press('Enter')
    await expect.poll(texts).toContain('Sees the sign from the street')
  })

  it('ten notes by keyboard alone in twenty seconds, and none lies on another', async () => {
    const desk = atDesk(await stage.desk())
    await desk.join(session.link('participant'), 'Aisha')
    const composer = desk.page.getByRole('textbox', { name: 'The next moment' })
    await composer.waitFor()
    const before = (await texts()).length
    const started = Date.now()
    await byKeyboard(desk).reach(composer)
    for (let note = 1; note <= 10; note++) {
      await desk.page.keyboard.type(`Moment ${note}, and what the customer finds there`)
      await desk.page.keyboard.press('Enter')
    }
    await expect.poll(texts, { timeout: 10_000 }).toHaveLength(before + 10)
    expect(Date.now() - started).toBeLessThan(20_000)
    const { notes } = layOut((await session.content()).moments, createTextFitter(broadly))
    const rects = [...notes.values()].map(({ rect }) => rect)
    expect(rects).toHaveLength(before + 10)
    rects.forEach((rect, at) => {
      expect(rects.slice(at + 1).filter((other) => intersects(rect, other))).toEqual([])
    })
  })
})

/** Letters as broad as the broadest font would have them: what fits so fits anyhow. */
const broadly = (text: string, size: number) => text.length * size * 0.6
