import { packPoints, PACKED_POINTS_MAX, unpackPoints } from '@momentous/shared/board/packed-points'
import { readStroke } from '@momentous/shared/board/read'
import type { StrokeId } from '@momentous/shared/domain/id'
import { STROKE_POINTS_MAX } from '@momentous/shared/domain/stroke'
import { describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import { seededNumbers } from '../support/seeded-random.ts'

const id = 'stroke-one-1' as StrokeId

/** A hand at work: steps of a few units, a pressure that comes and goes. */
function drawn(count: number, hasPressure: boolean): number[] {
  const chance = seededNumbers(count)
  let [x, y] = [1200.25, -340.5]
  return Array.from({ length: count }, (_none, at) => {
    x += 6 * Math.cos(at / 9) + chance() - 0.5
    y += 6 * Math.sin(at / 7) + chance() - 0.5
    return [x, y, hasPressure ? 0.5 + 0.3 * Math.sin(at / 11) : 0.5]
  }).flat()
}

/** What one stroke adds to a board, and what the stroke reads as. */
function written(points: unknown) {
  const doc = new Y.Doc()
  doc.clientID = 2 ** 31
  doc.getMap('ink')
  const before = Y.encodeStateAsUpdate(doc).length
  const raw = new Y.Map<unknown>([['points', points]])
  doc.getMap('ink').set(id, raw)
  return { bytes: Y.encodeStateAsUpdate(doc).length - before, stroke: readStroke(id, raw) }
}

describe('what a stroke takes on the disk and on the line', () => {
  it.each([
    { points: 80, hasPressure: false, list: 1886, bytes: 210 },
    { points: 80, hasPressure: true, list: 2202, bytes: 290 },
    { points: 1_000, hasPressure: false, list: 23_046, bytes: 2_082 },
    { points: 1_000, hasPressure: true, list: 27_042, bytes: 3_082 },
  ])('$points points, pressure $hasPressure: $bytes bytes instead of $list', ({ points, hasPressure, list, bytes }) => {
    const line = drawn(points, hasPressure)
    expect([written(line).bytes, written(packPoints(line)).bytes]).toEqual([list, bytes])
  })
})

test('a stroke reads the same from a list of an earlier time as from bytes', () => {
  const points = [0, 0, 0.5, 10.1, -3.7, 0.25, -999_999.9, 1_000_000, 1]
  expect(written(points).stroke.points).toEqual(points)
  expect(written(packPoints(points)).stroke.points).toEqual(points)
})

test('points are kept to a tenth of a unit, pressure to a hundredth, and what is out of bounds is brought inside', () => {
  expect(unpackPoints(packPoints([1.26, -0.04, 0.333, 1.24, 7, 4, 0, 0, -1]))).toEqual([
    1.3, 0, 0.33, 1.2, 7, 1, 0, 0, 0,
  ])
  // Half a point is none.
  expect(unpackPoints(packPoints([5, 6, 0.5, 9]))).toEqual([5, 6, 0.5])
})

test('a stroke of ten thousand points is packed, and one more is too many', () => {
  const line = drawn(STROKE_POINTS_MAX, true)
  expect(unpackPoints(packPoints(line))).toHaveLength(STROKE_POINTS_MAX * 3)
  const far = Array.from({ length: STROKE_POINTS_MAX }, (_none, at) => [at % 2 ? 1e6 : -1e6, 0, at % 2]).flat()
  const longest = packPoints(far.map((value, at) => (at % 3 === 1 ? (far[at - 1] ?? 0) : value)))
  expect(longest.length).toBeLessThanOrEqual(PACKED_POINTS_MAX)
  expect(unpackPoints(longest)).toHaveLength(STROKE_POINTS_MAX * 3)
  expect(unpackPoints(packPoints([...line, 0, 0, 0]))).toBeNull()
})

describe('bytes that are no stroke read as the shortest one, and harm nobody:', () => {
  const step = (...bytes: readonly number[]) => bytes
  it.each<[string, readonly number[]]>([
    ['nothing', []],
    ['a pressure alone', [50]],
    ['a pressure that there isn’t', [101, 0, 0]],
    ['a point without its y', [50, 5, 5, 5]],
    ['a point without its own pressure', [255, 5, 5]],
    ['a point with too much pressure', [255, 5, 5, 101]],
    ['a step that never ends', [50, 5, 0x80, 0x80]],
    ['a step of four thousand digits', [50, ...Array.from({ length: 4_000 }, () => 0xff), 1, 0]],
    ['a step out of the world', [50, ...step(0xbf, 0xff, 0xff, 0x7f), 0]],
    ['many steps that lead out of the world', [50, ...Array.from({ length: 40 }, () => [0xbf, 0xff, 0x7f, 0]).flat()]],
    ['more than any stroke', Array.from({ length: PACKED_POINTS_MAX + 1 }, () => 0)],
  ])('%s', (_what, bytes) => {
    expect(unpackPoints(Uint8Array.from(bytes))).toBeNull()
    expect(written(Uint8Array.from(bytes)).stroke.points).toEqual([0, 0, 0.5])
  })
})
