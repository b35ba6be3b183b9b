import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareOrder,
  insertKey,
  insertKeys,
  insertKeysAlone,
  isOrderKey,
  type Ordered,
} from '@momentous/shared/board/order'
import { textEdit } from '@momentous/shared/commands/edit-text'
import { seededRandom } from '../support/seeded-random.ts'

/** fast-check prints the seed and the smallest script that fails. */
describe('order keys', () => {
  it('a newcomer lands where it was put, whatever came before, also between equal keys', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 60 }), fc.nat(), (script, seed) => {
        const random = seededRandom(seed)
        let line: Ordered[] = []
        for (const [n, [spot, twin]] of script.entries()) {
          const index = spot % (line.length + 1)
          const id = `id-${String(n).padStart(4, '0')}`
          const expected = line.map((each) => each.id).toSpliced(index, 0, id)
          const { order, rekeyed } = insertKey(line, index, random)
          const keys = new Map(rekeyed.map((each) => [each.id, each.order]))
          line = [...line.map((each) => ({ ...each, order: keys.get(each.id) ?? each.order })), { id, order }].toSorted(
            compareOrder,
          )
          expect(line.map((each) => each.id)).toEqual(expected)
          // Two people at once: the next one may carry the very same key.
          if (twin) line = [...line, { id: `${id}-twin`, order }].toSorted(compareOrder)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a newcomer finds a short key between whatever keys somebody forged', () => {
    const digits = fc.constantFrom(...'019AZaz')
    const forged = fc.oneof(
      fc.string({ unit: digits, maxLength: 180 }).map((tail) => `a0${tail}V`),
      fc.string({ unit: fc.constantFrom('0', 'z'), maxLength: 160 }).map((tail) => `z${'z'.repeat(26)}${tail}z`),
      fc.string({ unit: fc.constantFrom('0', '1'), maxLength: 160 }).map((tail) => `A${'0'.repeat(25)}1${tail}1`),
      fc.constantFrom('a0', `a0${'0'.repeat(190)}1`, `a0${'0'.repeat(190)}2`),
    )
    fc.assert(
      fc.property(fc.array(forged, { maxLength: 40 }), fc.nat(), fc.nat(), (keys, spot, seed) => {
        expect(keys.filter((key) => !isOrderKey(key))).toEqual([])
        const line = keys.map((order, at) => ({ id: `id-${at}`, order })).toSorted(compareOrder)
        const index = spot % (line.length + 1)
        const { order, rekeyed } = insertKey(line, index, seededRandom(seed))
        const moved = new Map(rekeyed.map((each) => [each.id, each.order]))
        const after = [
          ...line.map((each) => ({ ...each, order: moved.get(each.id) ?? each.order })),
          { id: 'new', order },
        ]
        const expected = line.map(({ id }) => id).toSpliced(index, 0, 'new')
        expect(after.toSorted(compareOrder).map(({ id }) => id)).toEqual(expected)
        expect([...moved.values(), order].filter((key) => key.length > 50 || !isOrderKey(key))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('several newcomers stay together and in their order, wherever they are put; nobody is re-keyed where that may not be', () => {
    const key = fc.constantFrom('a0', 'a1', 'a1V', 'a2', `a2${'0'.repeat(60)}1`, 'b00', `z${'z'.repeat(26)}`)
    const newcomers = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), fc.nat(), newcomers, fc.nat(), (keys, spot, count, seed) => {
        const line = keys.map((order, at) => ({ id: `id-${at}`, order })).toSorted(compareOrder)
        const index = spot % (line.length + 1)
        const { orders, rekeyed } = insertKeys(line, index, count, seededRandom(seed))
        const moved = new Map(rekeyed.map((each) => [each.id, each.order]))
        const made = orders.map((order, at) => ({ id: `new-${at}`, order }))
        const after = [...line.map((each) => ({ ...each, order: moved.get(each.id) ?? each.order })), ...made]
        const expected = line.map(({ id }) => id).toSpliced(index, 0, ...made.map(({ id }) => id))
        expect(after.toSorted(compareOrder).map(({ id }) => id)).toEqual(expected)
        expect([...moved.values(), ...orders].every(isOrderKey)).toBe(true)
        const alone = insertKeysAlone(line, index, count, seededRandom(seed))
        expect([alone.length, alone.every(isOrderKey)]).toEqual([count, true])
      }),
      { numRuns: 300 },
    )
  })

  it('keys stay short when a hundred people add at the end', () => {
    const random = seededRandom(7)
    let line: Ordered[] = []
    for (let n = 0; n < 500; n++) {
      const { order } = insertKey(line, line.length, random)
      line = [...line, { id: `id-${n}`, order }]
    }
    expect(Math.max(...line.map((each) => each.order.length))).toBeLessThan(12)
  })
})

describe('typing as one small edit', () => {
  const words = fc.string({ unit: 'binary', maxLength: 30 })

  it('turns before into after, and never cuts a character in two', () => {
    fc.assert(
      fc.property(words, words, words, (start, before, end) => {
        const from = `${start}${before}${end}`
        for (const to of [`${start}${end}`, `${end}${start}`, `${start}${end}${before}`]) {
          const { index, remove, insert } = textEdit(from, to)
          expect(from.slice(0, index) + insert + from.slice(index + remove)).toBe(to)
          if (from.isWellFormed() && to.isWellFormed()) expect(insert.isWellFormed()).toBe(true)
          if (from.isWellFormed()) expect(from.slice(index, index + remove).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
