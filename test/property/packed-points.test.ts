import { packPoints, unpackPoints } from '@momentous/shared/board/packed-points'
import { COORDINATE_MAX } from '@momentous/shared/board/schemas'
import { STROKE_POINTS_MAX } from '@momentous/shared/domain/stroke'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const runs = (numRuns: number) => ({ seed, numRuns })

const coordinate = fc.oneof(
  fc.double({ min: -COORDINATE_MAX, max: COORDINATE_MAX, noNaN: true }),
  fc.double({ min: -900, max: 900, noNaN: true }),
)
const pressure = fc.oneof(fc.constant(0.5), fc.double({ min: 0, max: 1, noNaN: true }))
const points = fc
  .array(fc.tuple(coordinate, coordinate, pressure), { minLength: 1, maxLength: 60 })
  .map((all) => all.flat())

describe(`packed points (seed ${seed})`, () => {
  test('come back to a twentieth of a unit and half a hundredth of pressure', () => {
    fc.assert(
      fc.property(points, (line) => {
        const back = unpackPoints(packPoints(line)) ?? []
        expect(back).toHaveLength(line.length)
        for (const [at, value] of back.entries()) {
          expect(Math.abs(value - (line[at] ?? NaN))).toBeLessThan(at % 3 === 2 ? 0.00501 : 0.05001)
          expect(Object.is(value, -0)).toBe(false)
        }
      }),
      runs(500),
    )
  })

  test('stay the same bytes, however often they are read and written', () => {
    fc.assert(
      fc.property(points, (line) => {
        const once = packPoints(line)
        expect(packPoints(unpackPoints(once) ?? [])).toEqual(once)
      }),
      runs(500),
    )
  })

  test('are bounded points or nothing, whatever the bytes are', () => {
    const small = fc.uint8Array({ maxLength: 40 })
    const bytes = fc.oneof(
      small,
      fc.tuple(points, fc.nat(), fc.nat(255)).map(([line, at, byte]) => {
        const whole = packPoints(line)
        return whole.with(at % whole.length, byte)
      }),
    )
    let read = 0
    fc.assert(
      fc.property(bytes, (given) => {
        const line = unpackPoints(given)
        if (line === null) return
        read++
        expect(line.length % 3).toBe(0)
        expect(line.length).toBeGreaterThan(0)
        expect(line.length).toBeLessThanOrEqual(STROKE_POINTS_MAX * 3)
        for (const [at, value] of line.entries()) {
          expect(Math.abs(value)).toBeLessThanOrEqual(at % 3 === 2 ? 1 : COORDINATE_MAX)
        }
      }),
      runs(1000),
    )
    expect(read).toBeGreaterThan(100)
  })
})
