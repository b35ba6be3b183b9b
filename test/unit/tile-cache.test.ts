import { describe, expect, it } from 'vitest'
import { createTileCache } from '../../client/src/canvas/tile-cache.ts'
import type { Rect } from '@momentous/shared/scene/geometry'

/** A context that paints nothing; every call of any of its methods is harmless, and told. */
function blankContext(heard: (name: string, args: readonly unknown[]) => void = () => {}): CanvasRenderingContext2D {
  const canvas = {}
  const answer = (_: unknown, name: string | symbol) =>
    name === 'canvas' ? canvas : (...args: unknown[]) => heard(String(name), args)
  return new Proxy({}, { get: answer, set: () => true }) as CanvasRenderingContext2D
}

function cacheAtWork(cost = 0) {
  let time = 0
  let made = 0
  let filled = 0
  const parts: Rect[] = []
  const scales = new Set<number>()
  const tiles = createTileCache({
    now: () => time,
    rough: () => false,
    fill: () => void filled++,
    newTile() {
      made++
      return blankContext()
    },
    paint(_, part, scale) {
      parts.push(part)
      scales.add(scale)
      time += cost
    },
  })
  const copies: (readonly number[])[] = []
  const screen = blankContext((name, [, ...args]) => {
    if (name === 'drawImage') copies.push(args.map(Number))
  })
  const show = (x: number, y: number, scale = 1, settled = true) =>
    tiles.show(screen, { x, y, w: 1280 / scale, h: 800 / scale }, scale, settled)
  /** The hand zooms on, around the middle of what lay at (0, 0) at full size. */
  const zoom = (scale: number, settled = false) => show(640 - 640 / scale, 400 - 400 / scale, scale, settled)
  const mend = (x: number, y: number, scale = 1) => tiles.mend(screen, { x, y, w: 1280 / scale, h: 800 / scale }, scale)
  return {
    tiles,
    show,
    mend,
    zoom,
    /** What was copied to the screen since the last look, and where from and to. */
    copied: () => copies.splice(0),
    /** In how many sizes was something painted since the last look? */
    scales() {
      const seen = [...scales]
      scales.clear()
      return seen
    },
    made: () => made,
    filled: () => filled,
    /** What was painted since the last look. */
    painted: () => parts.splice(0),
  }
}

describe('the bitmaps of the wall at rest', () => {
  it('are painted once, and then only copied', () => {
    const { show, painted } = cacheAtWork()
    expect(show(0, 0)).toBe(true)
    expect(painted()).toHaveLength(6)
    show(0, 0)
    show(100, 100)
    expect(painted()).toHaveLength(0)
  })

  it('a change paints its own rectangle again, on each bitmap that it touches', () => {
    const { tiles, show, painted } = cacheAtWork()
    show(0, 0)
    painted()
    tiles.damage({ x: 500, y: 100, w: 40, h: 30 })
    show(0, 0)
    const again = painted()
    expect(again.map(({ x, w }) => [x, x + w])).toEqual([
      [498, 512],
      [512, 542],
    ])
    expect(again.every(({ y, h }) => y === 98 && h === 34)).toBe(true)
  })

  it('what has changed is copied over what is there, and nothing else of it', () => {
    const { tiles, show, mend, copied } = cacheAtWork()
    show(10, 20)
    expect(copied()).toHaveLength(6)
    tiles.damage({ x: 500, y: 100, w: 40, h: 30 })
    expect(mend(10, 20)).toBe(true)
    expect(copied()).toEqual([
      [498, 98, 14, 34, 488, 78, 14, 34],
      [0, 98, 30, 34, 502, 78, 30, 34],
    ])
    expect(mend(10, 20)).toBe(true)
    expect(copied()).toEqual([])
  })

  it('what has too much changed is mended frame by frame', () => {
    const { tiles, show, mend, copied } = cacheAtWork(4)
    while (!show(0, 0));
    copied()
    tiles.damageAll()
    let frames = 1
    while (mend(0, 0) === false) frames++
    expect([frames, copied().length]).toEqual([3, 6])
  })

  it('what shows something else can’t be mended', () => {
    const { tiles, show, mend, zoom } = cacheAtWork()
    expect(mend(0, 0)).toBe(null)
    show(0, 0)
    expect([mend(1, 0), mend(0, 0, 2), mend(0, 0)]).toEqual([null, null, true])
    const other = blankContext()
    expect(tiles.mend(other, { x: 0, y: 0, w: 1280, h: 800 }, 1)).toBe(null)
    zoom(1.1)
    expect(tiles.mend(other, { x: 0, y: 0, w: 1280, h: 800 }, 1)).toBe(null)
    expect(mend(640 - 640 / 1.1, 400 - 400 / 1.1, 1.1), 'it is stretched').toBe(null)
  })

  it('what was painted while nobody did anything isn’t on the screen: it can’t be mended', () => {
    const { tiles, show, mend } = cacheAtWork()
    show(0, 0)
    tiles.damage({ x: 500, y: 100, w: 40, h: 30 })
    while (tiles.prepare({ x: 0, y: 0, w: 1280, h: 800 }, 1));
    expect(mend(0, 0)).toBe(null)
    show(0, 0)
    expect(mend(0, 0)).toBe(true)
  })

  it('changes far from each other are painted one by one, and those that touch together', () => {
    const { tiles, show, painted } = cacheAtWork()
    show(0, 0)
    painted()
    tiles.damage({ x: 20, y: 20, w: 50, h: 50 })
    tiles.damage({ x: 300, y: 300, w: 50, h: 50 })
    tiles.damage({ x: 60, y: 60, w: 50, h: 50 })
    show(0, 0)
    expect(painted().map(({ x, w }) => [x, w])).toEqual([
      [298, 54],
      [18, 94],
    ])
  })

  it('what lies out of sight is painted when it comes into sight', () => {
    const { tiles, show, painted } = cacheAtWork()
    show(0, 0)
    painted()
    tiles.damage({ x: 5000, y: 5000, w: 10, h: 10 })
    show(0, 0)
    expect(painted()).toHaveLength(0)
  })

  it('new ones take a part of each frame, and the rest of them wait', () => {
    const { show, painted } = cacheAtWork(4)
    expect(show(0, 0)).toBe(false)
    expect(painted().length).toBeLessThan(6)
    while (!show(0, 0)) expect(painted().length).toBeLessThan(4)
    painted()
    expect(show(0, 0)).toBe(true)
    expect(painted()).toHaveLength(0)
  })

  it('are stretched while somebody zooms a little, and made anew when the zoom has settled', () => {
    const { show, painted } = cacheAtWork()
    show(0, 0)
    painted()
    show(0, 0, 1.1, false)
    expect(painted()).toHaveLength(0)
    show(0, 0, 1.1, true)
    expect(painted().length).toBeGreaterThan(0)
  })

  it('are stretched for as long as somebody zooms in, and only beyond three times painted anew', () => {
    const { zoom, painted, scales } = cacheAtWork()
    zoom(1, true)
    painted()
    for (let step = 1; step <= 18; step++) zoom(1.06 ** step)
    expect(painted()).toHaveLength(0)
    for (let step = 19; step <= 22; step++) zoom(1.06 ** step)
    expect(painted().length).toBeGreaterThan(0)
    expect(scales()).toHaveLength(2)
  })

  it('a zoom out paints one coarse size for what comes into sight, not one after the other', () => {
    const { zoom, painted, scales } = cacheAtWork()
    zoom(1, true)
    painted()
    scales()
    for (let step = 1; step <= 15; step++) expect(zoom(0.94 ** step)).toBe(true)
    expect(scales()).toEqual([0.2])
    expect(painted().length).toBeLessThan(7)
    zoom(0.94 ** 15, true)
    expect(painted().length).toBeGreaterThan(5)
    expect(scales()).toEqual([0.94 ** 15])
  })

  it('what lies around is painted while nobody does anything: then a zoom out paints nothing', () => {
    const { tiles, zoom, painted } = cacheAtWork()
    zoom(1, true)
    let prepared = 0
    while (tiles.prepare({ x: 0, y: 0, w: 1280, h: 800 }, 1)) prepared++
    expect(prepared).toBeLessThan(45)
    painted()
    for (let scale = 1; scale > 0.2; scale *= 0.94) expect(zoom(scale)).toBe(true)
    expect(painted()).toHaveLength(0)
    expect(tiles.prepare({ x: 0, y: 0, w: 1280, h: 800 }, 1)).toBe(false)
  })

  it('a change while somebody zooms is painted in what is stretched', () => {
    const { tiles, zoom, painted, scales } = cacheAtWork()
    zoom(1, true)
    while (tiles.prepare({ x: 0, y: 0, w: 1280, h: 800 }, 1));
    zoom(0.53)
    painted()
    scales()
    tiles.damage({ x: 100, y: 100, w: 40, h: 30 })
    zoom(0.52)
    expect(scales()).toEqual([1, 0.2])
    expect(painted().map(({ x }) => x)).toEqual([98, 90])
    zoom(0.51)
    expect(painted()).toHaveLength(0)
  })

  it('those around are painted while nobody does anything: then a pan of half a bitmap only copies', () => {
    const { tiles, show, painted, filled } = cacheAtWork()
    show(0, 0)
    painted()
    while (tiles.prepare({ x: 0, y: 0, w: 1280, h: 800 }, 1));
    expect(filled()).toBe(painted().length)
    for (const [x, y] of [
      [250, 0],
      [0, 250],
      [-250, 100],
      [100, -250],
    ] as const)
      expect(show(x, y)).toBe(true)
    expect(painted()).toHaveLength(0)
  })

  it('painting them waits while somebody zooms, and the hand does not', () => {
    const { zoom, painted } = cacheAtWork(4)
    while (!zoom(1, true));
    painted()
    for (let step = 1; step <= 4; step++) {
      zoom(0.94 ** step)
      expect(painted()).toHaveLength(1)
    }
  })

  it('are no more after an hour of panning and zooming than after a minute', () => {
    const { show, made } = cacheAtWork()
    for (let step = 0; step < 2_000; step++) {
      const scale = 0.3 + (step % 37) / 20
      show(step * 137, (step % 91) * 211, scale, step % 3 === 0)
    }
    expect(made()).toBeLessThan(140)
  })
})
