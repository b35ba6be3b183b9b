import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { together, type OpenDesk, type Together } from '../support/together.ts'

/** A busy machine needs its time. */
const PATIENTLY = { timeout: 15_000 }

describe('following somebody on the wall', () => {
  let stage: Together
  let ann: OpenDesk
  let bob: OpenDesk

  beforeAll(async () => {
    stage = await together()
    await stage.session.go('post')
    ann = await stage.desk('Ann', 'facilitator')
    bob = await stage.desk('Bob', 'participant', { viewport: { width: 900, height: 1000 } })
  })
  afterAll(() => stage.end())

  const middle = (page: Page) =>
    page.evaluate(() => {
      const { camera } = window.together.wall().bench
      const { x, y, w, h } = camera.free()
      return camera.toBoard({ x: x + w / 2, y: y + h / 2 })
    })
  const pans = (page: Page, dx: number, dy: number) =>
    page.evaluate(([x = 0, y = 0]) => window.together.wall().bench.camera.pan(x, y), [dx, dy])
  const follows = async (name: string) => {
    await ann.page.locator('.top-bar-people').click()
    await ann.page.getByRole('button', { name: `Follow ${name}` }).click()
  }
  const pill = () => ann.page.getByText('You follow Bob', { exact: true }).first()
  const seesTheSame = async () => {
    const [one, other] = [await middle(ann.page), await middle(bob.page)]
    return Math.hypot(one.x - other.x, one.y - other.y) < 3
  }

  it('from the people: the same middle, whatever size the screens have, with a frame and a name', async () => {
    await pans(bob.page, -700, 300)
    await follows('Bob')
    await pill().waitFor()
    await expect.poll(seesTheSame, PATIENTLY).toBe(true)
    await pans(bob.page, 400, 100)
    await expect.poll(seesTheSame, PATIENTLY).toBe(true)
    expect(await axeFindings(ann.page)).toEqual([])
  })

  it('ends at an own pan, and begins again from the list of commands', async () => {
    await ann.page.mouse.move(640, 600)
    await ann.page.mouse.wheel(30, 20)
    await pill().waitFor({ state: 'detached' })
    const left = await middle(ann.page)
    await pans(bob.page, 200, 0)
    await ann.page.waitForTimeout(300)
    expect(await middle(ann.page)).toEqual(left)
    await ann.page.keyboard.press('Control+k')
    await ann.page
      .getByPlaceholder('What do you want to do?')
      .or(ann.page.getByLabel('What do you want to do?'))
      .first()
      .waitFor()
    await ann.page.keyboard.type('follow bob')
    await ann.page.keyboard.press('Enter')
    await pill().waitFor()
    await expect.poll(seesTheSame, PATIENTLY).toBe(true)
    await ann.page.getByRole('button', { name: 'Stop following' }).click()
    await pill().waitFor({ state: 'detached' })
  })

  it('ends in words when nobody may be seen, or when they leave', async () => {
    await follows('Bob')
    await pill().waitFor()
    await stage.session.go('choose')
    await ann.page.getByText('You follow nobody any more').first().waitFor()
    await ann.page.locator('.top-bar-people').click()
    await ann.page.getByRole('button', { name: 'Follow Bob' }).hover()
    await ann.page.getByText('Nobody can be followed now').first().waitFor()
    await ann.page.keyboard.press('Escape')
    await stage.session.go('post')
    await pans(bob.page, 10, 0)
    await follows('Bob')
    await pill().waitFor()
    await bob.page.close()
    await ann.page.getByText('Bob has left the wall').first().waitFor()
    expect(await pill().count()).toBe(0)
    expect(ann.complaints).toEqual([])
  })
})
