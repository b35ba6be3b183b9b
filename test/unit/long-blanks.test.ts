import { comparable } from '@momentous/shared/exports/cell-stamp'
import { oneLine } from '@momentous/shared/priorities/planning-form'
import { expect, test } from 'vitest'

/** What takes the square of it would take minutes. */
const long = `a${' '.repeat(400_000)}b`

test('a long row of blanks costs a form no more than other words', () => {
  const began = performance.now()
  expect(comparable(`${long}  \n c `)).toBe(`${long}\n c`)
  expect(oneLine(`${long} \n\n c `)).toBe(`${long} c`)
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('lines become one, whatever ends them and however many blanks are around', () => {
  expect(oneLine(' One \r\n\n two\u2028three\vfour  five ')).toBe('One two three four  five')
  expect(oneLine('\n \r')).toBe('')
})
