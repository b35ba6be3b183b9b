import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distribute, pack, type Standing, type Ways } from '../../client/src/model/arrange.ts'
import type { Rect } from '@momentous/shared/scene/geometry'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const figure = (min: number, max: number) => fc.integer({ min, max })
const rect = fc.record({ x: figure(-900, 900), y: figure(-900, 900), w: figure(24, 300), h: figure(24, 300) })
const free = fc.array(
  rect.map((each): Standing => ({ rect: each, locked: false })),
  { minLength: 3, maxLength: 12 },
)
const some = fc.array(fc.record({ rect, locked: fc.boolean() }), { minLength: 3, maxLength: 12 })

const after = (pieces: readonly Standing[], ways: Ways): readonly Rect[] =>
  pieces.map((piece, at) => ({
    ...piece.rect,
    x: piece.rect.x + (ways[at]?.x ?? 0),
    y: piece.rect.y + (ways[at]?.y ?? 0),
  }))
const apart = (a: Rect, b: Rect) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
const middles = (rects: readonly Rect[]) => rects.map(({ x, w }, at) => ({ at, middle: x + w / 2 }))
const order = (rects: readonly Rect[]) => middles(rects).toSorted((a, b) => a.middle - b.middle || a.at - b.at)

describe(`what is arranged (seed ${seed})`, () => {
  test('same gaps: nobody lies over the next, the order stays, and gaps differ by rounding alone', () => {
    fc.assert(
      fc.property(free, (pieces) => {
        const before = order(pieces.map((piece) => piece.rect)).map(({ at }) => at)
        const rects = after(pieces, distribute(pieces, 'across'))
        const row = before.map((at) => rects[at]).filter((each) => each !== undefined)
        const gaps = row.slice(1).map((each, at) => each.x - (row[at]?.x ?? 0) - (row[at]?.w ?? 0))
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
        expect(row[0]).toEqual(pieces[before[0] ?? -1]?.rect)
      }),
      { seed },
    )
  })

  test('same gaps move nothing that is locked, and nothing the other way', () => {
    fc.assert(
      fc.property(some, (pieces) => {
        const ways = distribute(pieces, 'down')
        expect(ways.every(({ x }) => x === 0)).toBe(true)
        expect(pieces.every(({ locked }, at) => !locked || ways[at]?.y === 0)).toBe(true)
      }),
      { seed },
    )
  })

  test('rows: nothing over another, nor over what is locked, which stays', () => {
    fc.assert(
      fc.property(some, (pieces) => {
        const ways = pack(pieces)
        const rects = after(pieces, ways)
        pieces.forEach(({ locked }, at) => {
          if (locked) return expect(ways[at]).toEqual({ x: 0, y: 0 })
          const own = rects[at]
          const others = rects.filter((_each, index) => index !== at)
          expect(others.every((each) => own !== undefined && apart(own, each))).toBe(true)
        })
      }),
      { seed },
    )
  })

  test('rows that are laid again stay as they are', () => {
    fc.assert(
      fc.property(figure(2, 12), figure(0, 300), (count, at) => {
        const notes = Array.from({ length: count }, (_each, index): Standing => {
          return { rect: { x: at + index * 400, y: at + (index % 3) * 170, w: 176, h: 120 }, locked: false }
        })
        const once = after(notes, pack(notes)).map((each): Standing => ({ rect: each, locked: false }))
        expect(pack(once).every(({ x, y }) => x === 0 && y === 0)).toBe(true)
      }),
      { seed },
    )
  })
})
