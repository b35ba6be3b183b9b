import { packPoints } from '@momentous/shared/board/packed-points'
import { describe, expect, it } from 'vitest'
import { cutPieces } from '../../client/src/model/cut-points.ts'
import { distanceToSegment, type Point } from '@momentous/shared/scene/geometry'
import { BULGE_MAX, bendsOf, densePoints } from '@momentous/shared/scene/ink-curve'
import { startTrail, TOLERANCE, type Touch, type TrailWishes } from '../../client/src/model/ink-trail.ts'
import { simplifyPoints } from '../../client/src/model/simplify-points.ts'
import { seededNumbers } from '../support/seeded-random.ts'

/** A hand that writes: loops along a line, trembling a little, as a device reports it every `ms`. */
function writing(count: number, random: () => number, ms = 8): Touch[] {
  const tremble = () => (random() - 0.5) * 0.8
  return Array.from({ length: count }, (_, i) => ({
    x: i * 1.2 + 30 * Math.cos(i / 11) + tremble(),
    y: 40 * Math.sin(i / 9) + 15 * Math.sin(i / 31) + tremble(),
    pressure: 0.5 + 0.3 * Math.sin(i / 40),
    time: i * ms,
  }))
}

function drawn(touches: readonly Touch[], wishes: Partial<TrailWishes> = {}): number[] {
  const [first, ...others] = touches
  if (!first) throw new Error('A line begins somewhere.')
  const trail = startTrail(first, { zoom: 1, width: 4, pressure: 'felt', ...wishes })
  for (const touch of others) trail.add(touch)
  return trail.end()
}

const pointsOf = (line: readonly number[]): Point[] =>
  Array.from({ length: line.length / 3 }, (_, i) => ({ x: line[i * 3] ?? 0, y: line[i * 3 + 1] ?? 0 }))

/** How far the first line's points lie from the second line, at most. */
function farthestFrom(points: readonly Point[], line: readonly Point[]): number {
  return Math.max(
    ...points.map((point) =>
      Math.min(...line.map((to, at) => distanceToSegment(point, line[Math.max(0, at - 1)] ?? to, to))),
    ),
  )
}

const seen = (line: readonly number[]) => pointsOf(densePoints(bendsOf(line), 2))

describe('a line that is drawn', () => {
  it.each([1, 2, 3])(
    'keeps a third of its points, in a seventeenth of the bytes, and looks as it was drawn (seed %i)',
    (seed) => {
      const touches = writing(1000, seededNumbers(seed))
      const line = drawn(touches)
      const raw = touches.flatMap(({ x, y, pressure }) => [x, y, pressure])
      const figures = {
        points: [raw.length / 3, line.length / 3],
        bytes: [raw.length * 8, packPoints(raw).length, packPoints(line).length],
      }
      expect(figures.points[1], JSON.stringify(figures)).toBeLessThan(360)
      expect(figures.bytes[2], JSON.stringify(figures)).toBeLessThan((raw.length * 8) / 17)
      expect(farthestFrom(touches, seen(line))).toBeLessThan(2.2)
      expect(farthestFrom(seen(line), touches)).toBeLessThan(2.2)
    },
  )

  it('begins at the press and ends where the hand let go', () => {
    const touches = writing(500, seededNumbers(5))
    const line = pointsOf(drawn(touches))
    expect(Math.hypot((line[0]?.x ?? 0) - (touches[0]?.x ?? 0), (line[0]?.y ?? 0) - (touches[0]?.y ?? 0))).toBeLessThan(
      0.1,
    )
    const [end, hand] = [line.at(-1), touches.at(-1)]
    expect(Math.hypot((end?.x ?? 0) - (hand?.x ?? 0), (end?.y ?? 0) - (hand?.y ?? 0))).toBeLessThan(0.1)
  })

  it('keeps a third of what a fast mouse tells, although a mouse counts in whole px', () => {
    const touches = writing(2500, seededNumbers(9), 1).map((touch, i) => {
      const [x, y] = [touch.x / 3 + i * 0.1, touch.y]
      return { ...touch, x: Math.round(x), y: Math.round(y) }
    })
    const line = drawn(touches, { pressure: 'speed' })
    expect(line.length / 3).toBeLessThan(2500 / 3)
    expect(farthestFrom(touches, seen(line))).toBeLessThan(3.5)
  })

  it('is finer the larger the wall is shown', () => {
    const touches = writing(1000, seededNumbers(4))
    const [far, near] = [0.25, 4].map((zoom) => drawn(touches, { zoom }).length)
    expect(near).toBeGreaterThan(2 * (far ?? 0))
  })

  it('is thinner where the hand is fast, gently, and never with a highlighter', () => {
    const line = (ms: number, pressure: TrailWishes['pressure']) => {
      const touches = Array.from({ length: 100 }, (_, i) => ({ x: i * 10, y: 0, pressure: 0.5, time: i * ms }))
      return drawn(touches, { pressure }).at(-1) ?? 0
    }
    const [fast, slow] = [line(2, 'speed'), line(40, 'speed')]
    expect(fast).toBeLessThan(0.4)
    expect(slow).toBeGreaterThan(0.6)
    expect([line(2, 'even'), line(40, 'even')]).toEqual([0.5, 0.5])
  })

  it('settles as it grows: what was settled never changes again, and the rest stays short', () => {
    const touches = writing(4000, seededNumbers(6))
    const trail = startTrail({ x: 0, y: 0, pressure: 0.5, time: 0 }, { zoom: 1, width: 4, pressure: 'felt' })
    let before: number[] = []
    for (const [at, touch] of touches.entries()) {
      trail.add(touch)
      if (at % 50 > 0) continue
      const settled = trail.points.slice(0, trail.settled() * 3)
      expect(settled.slice(0, before.length)).toEqual(before)
      expect(trail.points.length / 3 - trail.settled()).toBeLessThanOrEqual(65)
      before = settled
    }
  })

  it('may be made of 100,000 touches', () => {
    const touches = writing(100_000, seededNumbers(7))
    const start = performance.now()
    const line = drawn(touches)
    expect(line.length / 3).toBeLessThanOrEqual(10_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('leaving points out', () => {
  it('moves no point further than the tolerance from the line, and keeps pressure', () => {
    const random = seededNumbers(11)
    const raw = Array.from({ length: 600 }, (_, i) => [i, 20 * Math.sin(i / 15) + random() * 3, random()]).flat()
    const kept = simplifyPoints(raw, TOLERANCE, 4)
    expect(farthestFrom(pointsOf(raw), pointsOf(kept))).toBeLessThanOrEqual(TOLERANCE + 1e-9)
    const flat = simplifyPoints([0, 0, 0.2, 50, 0, 0.9, 100, 0, 0.2], TOLERANCE, 4)
    expect(flat).toHaveLength(9)
    expect(simplifyPoints([0, 0, 0.5, 50, 0.1, 0.5, 100, 0, 0.5], TOLERANCE, 4)).toHaveLength(6)
  })
})

describe('the smooth line', () => {
  it('runs through every point and leaves the straight way by less than a unit', () => {
    const random = seededNumbers(12)
    const points = Array.from({ length: 200 }, () => [random() * 500, random() * 500, random()]).flat()
    const dense = seen(points)
    expect(farthestFrom(pointsOf(points), dense)).toBeLessThan(1e-6)
    expect(farthestFrom(dense, pointsOf(points))).toBeLessThanOrEqual(BULGE_MAX + 1e-6)
  })

  it('is straight where it is straight, and knows a line of one point', () => {
    expect(
      farthestFrom(seen([0, 0, 0.5, 100, 0, 0.5]), [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
      ]),
    ).toBe(0)
    expect(bendsOf([5, 5, 0.5])).toEqual([])
  })
})

describe('cutting a line', () => {
  const line = [0, 0, 0.2, 100, 0, 0.6]
  const rub = (x: number, y: number, reach = 10) => ({ from: { x, y: y - 50 }, to: { x, y: y + 50 }, reach })

  it('leaves two pieces with the pressure of the place', () => {
    expect(cutPieces([line], rub(50, 0))).toEqual([
      [0, 0, 0.2, 40, 0, 0.36],
      [60, 0, 0.44, 100, 0, 0.6],
    ])
  })

  it('leaves the same list where nothing was touched, nothing where all was, and no crumbs', () => {
    const pieces = [line]
    expect(cutPieces(pieces, rub(200, 0))).toBe(pieces)
    expect(cutPieces(pieces, { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, reach: 5 })).toEqual([])
    expect(cutPieces(pieces, rub(11, 0))).toEqual([[21, 0, 0.28, 100, 0, 0.6]])
    expect(cutPieces([[50, 0, 0.5]], rub(50, 0))).toEqual([])
  })

  it('leaves nothing in reach of the eraser, and everything else', () => {
    const random = seededNumbers(13)
    for (let round = 0; round < 40; round++) {
      const points = Array.from({ length: 20 }, () => [random() * 300, random() * 300, 0.5]).flat()
      const spot = () => ({ x: random() * 300, y: random() * 300 })
      const way = { from: spot(), to: spot(), reach: 5 + random() * 30 }
      const left = cutPieces([points], way).flatMap((piece) => pointsOf(densePointsStraight(piece)))
      const nearest = Math.min(Infinity, ...left.map((point) => distanceToSegment(point, way.from, way.to)))
      expect(nearest).toBeGreaterThan(way.reach - 0.2)
      const kept = pointsOf(densePointsStraight(points)).filter(
        (point) => distanceToSegment(point, way.from, way.to) > way.reach + way.reach / 4 + 1,
      )
      const missing = kept.filter((point) => !left.some((each) => Math.hypot(each.x - point.x, each.y - point.y) < 3))
      expect(missing.length).toBeLessThan(4)
    }
  })
})

/** Every two units, straight from point to point. */
function densePointsStraight(line: readonly number[]): number[] {
  const points = pointsOf(line)
  return points.flatMap((to, at) => {
    const from = points[at - 1] ?? to
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 2))
    return Array.from({ length: count }, (_, i) => {
      const t = (i + 1) / count
      return [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t, 0.5]
    }).flat()
  })
}
