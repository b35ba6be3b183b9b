import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAlikeIndex } from '../../client/src/model/alike-index.ts'
import { ALIKE, likeness, saidIn } from '../../client/src/model/alike.ts'

const word = fc.constantFrom(
  ...'the a at in out to by not 10 20 desk desks waits waiting wait door floor pays paid visit visits'.split(' '),
  ...'telefon Telefón 電話 bell belt ring'.split(' '),
)
const text = fc.oneof(
  fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 20 }),
)
const alike = (one: string, other: string) => likeness(saidIn(one), saidIn(other))

describe('likeness', () => {
  it('is the same both ways, lies between 0 and 1, and is 1 for the same words in any order, case, accents and signs', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const share = alike(one, other)
        expect(share).toBe(alike(other, one))
        expect(share === 0 || (share >= ALIKE && share <= 1)).toBe(true)
        if (saidIn(one).words.length > 0) {
          const dressed = ` ${saidIn(one).words.toReversed().join(' … ').toUpperCase().normalize('NFD')}! `
          // Not every letter comes back from its capital: ß, ı.
          if (saidIn(dressed).words.toSorted().join() === saidIn(one).words.toSorted().join())
            expect(alike(one, dressed)).toBe(1)
        } else expect(share).toBe(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('never pairs what differs in a number, a negation or a direction', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('no', 'not', '7', '9th', 'out'), (one, more) => {
        fc.pre(!saidIn(one).words.includes(more))
        expect(alike(one, `${one} ${more}`)).toBe(0)
      }),
    )
  })
})

describe('the index', () => {
  it('finds exactly what comparing each with each finds, however texts come, change and go', () => {
    const step = fc.tuple(fc.nat({ max: 12 }), fc.option(text, { nil: null }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const index = createAlikeIndex<number>()
        const texts = new Map<number, string>()
        for (const [id, said] of steps) {
          index.put(id, said)
          if (said === null) texts.delete(id)
          else texts.set(id, said)
        }
        for (const [id, said] of texts) {
          const expected = [...texts]
            .filter(([other, words]) => other !== id && alike(said, words) > 0)
            .map(([other]) => other)
          expect(new Set(index.alikeTo(id))).toEqual(new Set(expected))
        }
      }),
      { numRuns: 300 },
    )
  })
})
