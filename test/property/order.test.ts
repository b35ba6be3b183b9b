import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareOrder, insertKey, type Ordered } from '@momentous/shared/board/order'
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
