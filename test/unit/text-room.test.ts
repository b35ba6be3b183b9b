import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTextFitter, type Measure } from '@momentous/shared/scene/text-layout'
import { surelyFits } from '@momentous/shared/scene/text-room'

/** A font that is wider than the notes' own for every letter. */
const wide: Measure = (text, size) =>
  Array.from(text, (letter) => ('MWmw@%'.includes(letter) ? 1.05 : /[a-z ]/.test(letter) ? 0.62 : 0.85)).reduce(
    (sum, each) => sum + each * size,
    0,
  )

it('words that surely fit do fit, whatever they are and however wide the font', () => {
  const fitter = createTextFitter(wide)
  const letters = fc.constantFrom(...'abcdefghijmnotuw MWABCXYZ0189@%.,-  \n')
  const texts = fc.array(letters, { maxLength: 120 }).map((each) => each.join(''))
  fc.assert(
    fc.property(texts, fc.integer({ min: 92, max: 400 }), fc.integer({ min: 16, max: 300 }), (text, width, height) => {
      if (surelyFits(text, width, height)) expect(fitter.fit(text, width, height).height).toBeLessThanOrEqual(height)
    }),
    { numRuns: 2_000 },
  )
})

it('most notes are short enough to need no measuring, and other scripts are measured', () => {
  expect(surelyFits('Phones to book a visit', 148, 76)).toBe(true)
  expect(surelyFits('Waits, and nobody says for how long', 172, 156)).toBe(true)
  expect(surelyFits('x'.repeat(400), 148, 76)).toBe(false)
  expect(surelyFits('お客様', 148, 76)).toBe(false)
})
