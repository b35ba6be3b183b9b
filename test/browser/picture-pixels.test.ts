import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptInput } from '@momentous/shared/exports/board-html'
import { redact } from '@momentous/shared/exports/redact'
import { drawPicture } from '../../server/src/exports/draw-picture.ts'
import { BOARD } from '../support/board-sample.ts'
import { pictureBoard } from '../support/picture-board.ts'
import { openWall } from '../support/wall-page.ts'
import { wallStage } from '../support/wall-stage.ts'

describe('a picture drawn on the device', () => {
  const stage = wallStage()
  let page: Page

  beforeEach(async () => {
    page = await stage.browser().newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await openWall(page, stage.fixture(), 'phase=post')
  })
  afterEach(() => page.close())

  it('looks as the wall does, with every kind of piece on it', async () => {
    await page.evaluate(async () => {
      const { board, bench, wall } = window.fixture
      const [first, , third] = board.line()
      const area = { words: 'In the waiting room', tint: 'mint', locked: false }
      board.run('add-shape', { id: wall.newId(), kind: 'area', place: [-100, 190, 420, 130], ...area })
      board.run('add-shape', {
        id: wall.newId(),
        kind: 'text',
        place: [380, 220, 260, 60],
        size: 'm',
        words: 'Why?',
        tint: 'ink',
      })
      board.run('add-shape', {
        id: wall.newId(),
        kind: 'connector',
        from: { at: first },
        to: { at: third },
        words: 'later',
        tint: 'email',
      })
      const points = Array.from({ length: 40 }, (_, at) => [660 + at * 5, 240 + 20 * Math.sin(at / 5), 0.5]).flat()
      board.run('draw-stroke', { id: wall.newId(), pen: 'ink', width: 4, points })
      board.run('draw-stroke', {
        id: wall.newId(),
        pen: 'highlighter-rose',
        width: 2,
        points: points.map((at, index) => (index % 3 === 1 ? at - 330 : at)),
      })
      board.run('add-stage', { id: wall.newId(), title: 'Before the visit', after: first })
      bench.camera.jump({ x: -200, y: -360, zoom: 1 })
    })
    // Its tiles are painted with the next frames, and sharp once the wall rests.
    const area = { x: -200, y: -360, w: 1280, h: 760 }
    const share = async () => {
      const { different, painted } = await page.evaluate((seen) => window.fixture.pictures.differences(seen), area)
      return painted > 50_000 ? different / painted : 1
    }
    await expect.poll(share).toBeLessThan(0.0003)
  })

  it('breaks its lines where the server does', async () => {
    const input = keptInput(BOARD, redact(pictureBoard(), 'participant'), 0)
    const wish = { part: { of: 'all' }, format: 'svg', scale: 1, pages: 'one', images: new Map() } as const
    const svg = Buffer.from((await drawPicture({ input, ...wish })).content).toString()
    const there = await page.evaluate(
      (text) =>
        Array.from(
          new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('text'),
          (line) => line.textContent,
        ),
      svg,
    )
    const here = await page.evaluate(() => window.fixture.pictures.lines())
    // Of other scripts each has the letters that it has.
    const latin = (lines: readonly (string | null)[]) => lines.filter((line) => /^[\x20-\u024f“”]*$/u.test(line ?? ''))
    expect(latin(here).length).toBeGreaterThan(40)
    expect(latin(there)).toEqual(latin(here))
  })

  it('of 1,000 notes lets others in again and again, takes seconds at most, and can be stopped', async () => {
    const drawn = await page.evaluate(() => window.fixture.pictures.many(1000))
    expect(drawn.marks).toBeGreaterThan(10_000)
    expect(drawn.slices).toBeGreaterThan(3)
    expect(drawn.width).toBeLessThanOrEqual(16_384)
    expect(drawn.took).toBeLessThan(9000)
    expect(await page.evaluate(() => window.fixture.pictures.stopped(300))).toBe('AbortError')
  })
})
