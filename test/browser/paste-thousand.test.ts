import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { atDesk, type Desk } from '../support/desk-driver.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { openStage, type Stage } from '../support/session-stage.ts'

describe('a thousand pasted lines', () => {
  let stage: Stage
  let session: TestSession

  beforeAll(async () => {
    stage = await openStage()
    session = await buildSession(stage.origin)
    await session.go('post')
  })
  afterAll(() => stage?.end())

  const sit = async (name: string): Promise<Desk> => {
    const seat = await stage.readDesk()
    onTestFinished(() => seat.context.close())
    const desk = atDesk(seat)
    await desk.join(`${stage.origin}/b/${session.board}#${session.tokens.participant}`, name)
    await desk.isIn('Post')
    await desk.isSaved()
    return desk
  }
  const onBoard = async (): Promise<number> => {
    const { moments } = await session.content()
    return moments.filter(({ removed }: { removed: boolean }) => !removed).length
  }
  const last = (desk: Desk) => async () => (await desk.wall()).at(-1) ?? ''

  it('are a thousand notes at both desks at once, all saved, and gone by one Ctrl Z', async () => {
    const [ann, bo] = [await sit('Ann'), await sit('Bo')]
    const before = await onBoard()
    await ann.page.locator('#wall').focus()
    await ann.page.evaluate(
      (lines) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', lines)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.querySelector('#wall')?.dispatchEvent(event)
      },
      Array.from({ length: 1_000 }, (_, at) => `Line ${at}`).join('\n'),
    )
    await expect.poll(onBoard, { timeout: 20_000 }).toBe(before + 1_000)
    await ann.isSaved()
    await bo.page.locator('#wall').focus()
    await bo.page.keyboard.press('ArrowLeft')
    await expect.poll(last(bo), { timeout: 20_000 }).toMatch(/^Moment 1010 of 1010\. Line 999\./)

    await ann.page.locator('#wall').focus()
    await ann.page.keyboard.press('Control+z')
    await expect.poll(onBoard, { timeout: 20_000 }).toBe(before)
    await ann.isSaved()
    await expect.poll(last(bo), { timeout: 20_000 }).toMatch(/^Moment 10 of 10\./)
    expect([ann.complaints, bo.complaints]).toEqual([[], []])
  })
})
