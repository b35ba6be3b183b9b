import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOfPath, connectorPath, isNearPath, pointOn } from '@momentous/shared/scene/connector-path'
import { contains, grow, type Rect } from '@momentous/shared/scene/geometry'

const note = (x: number, y: number): Rect => ({ x, y, w: 176, h: 120 })
const spot = (x: number, y: number): Rect => ({ x, y, w: 0, h: 0 })

describe('the line of a connector', () => {
  it('is straight where two pieces face each other, and ends before their borders', () => {
    const { start, end } = connectorPath(note(0, 0), note(400, 40))
    expect([start, end]).toEqual([
      { x: 180, y: 80 },
      { x: 396, y: 80 },
    ])
  })

  it('leaves and arrives straight where it has to bend', () => {
    const { start, leaving, arriving, end } = connectorPath(note(0, 0), note(400, 600))
    expect([leaving.x, arriving.x]).toEqual([start.x, end.x])
    expect(leaving.y).toBeGreaterThan(start.y)
    expect(arriving.y).toBeLessThan(end.y)
  })

  it('goes straight from point to point, and to a point that lies across', () => {
    const between = connectorPath(spot(0, 0), spot(90, 30))
    expect(pointOn(between, 0.5)).toEqual({ x: 45, y: 15 })
    const { start, end } = connectorPath(note(0, 0), spot(400, 60))
    expect([start, end]).toEqual([
      { x: 180, y: 60 },
      { x: 400, y: 60 },
    ])
  })

  const rects = fc.record({
    x: fc.integer({ min: -2000, max: 2000 }),
    y: fc.integer({ min: -2000, max: 2000 }),
    w: fc.integer({ min: 0, max: 500 }),
    h: fc.integer({ min: 0, max: 500 }),
  })

  it('lies wholly within its bounds, and is hit wherever it runs', () => {
    fc.assert(
      fc.property(rects, rects, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const path = connectorPath(from, to)
        const point = pointOn(path, share)
        expect(contains(grow(boundsOfPath(path), 0.001), point)).toBe(true)
        expect(isNearPath(path, point, 12)).toBe(true)
      }),
    )
  })

  it('is the same line whichever end is asked for first', () => {
    fc.assert(
      fc.property(rects, rects, (from, to) => {
        const [there, back] = [connectorPath(from, to), connectorPath(to, from)]
        const centreOf = ({ x, y, w, h }: Rect) => [x + w / 2, y + h / 2]
        // Straight above each other in the middle, right and left are one.
        fc.pre(centreOf(from)[0] !== centreOf(to)[0] && centreOf(from)[1] !== centreOf(to)[1])
        expect(back.start.x).toBeCloseTo(there.end.x)
        expect(back.start.y).toBeCloseTo(there.end.y)
      }),
    )
  })
})
