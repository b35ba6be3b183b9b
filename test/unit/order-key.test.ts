import { isOrderKey, keyBetween } from '@momentous/shared/board/order'
import fc from 'fast-check'
import { generateKeyBetween } from 'fractional-indexing'
import { expect, test } from 'vitest'
import { seededRandom } from '../support/seeded-random.ts'

function canBeFollowed(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}

const seed = Date.now() % 1_000_000

test(`an order key is exactly a text that others can be put beside (seed ${seed})`, () => {
  const letters = fc.constantFrom(...'019AMYZaczb-é ')
  const key = fc.oneof(
    fc.string({ unit: letters, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'A0'), minLength: 26, maxLength: 28 }),
  )
  fc.assert(
    fc.property(key, (each) => {
      // The library reads what isn't in its alphabet as zero.
      if (/^[A-Za-z0-9]*$/.test(each)) expect(isOrderKey(each)).toBe(each !== '' && canBeFollowed(each))
      else expect(isOrderKey(each)).toBe(false)
    }),
    { seed, numRuns: 2000 },
  )
  let last: string | null = null
  for (let at = 0; at < 200; at++) expect(isOrderKey((last = keyBetween(last, null, seededRandom(at))))).toBe(true)
})
