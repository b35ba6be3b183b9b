import { wrappedLines } from '@momentous/shared/exports/wrapped-lines'
import { expect, it } from 'vitest'

const sentence =
  'Customers look around and nobody comes to help them because everybody is busy at the back of the shop. '

it('guesses into how many lines a spreadsheet wraps a text, by its words and by how broad its letters are', () => {
  expect(wrappedLines('', 10)).toBe(1)
  expect(wrappedLines('one\ntwo\n', 10)).toBe(3)
  // As LibreOffice sets it in the font that Excel takes.
  expect(wrappedLines(sentence.repeat(6), 38)).toBe(16)
  expect(wrappedLines('i'.repeat(36), 20)).toBeLessThan(wrappedLines('W'.repeat(36), 20))
})

it('breaks a word that fits no line, and Chinese anywhere', () => {
  expect(wrappedLines(`see ${'0'.repeat(40)}`, 10.5)).toBe(5)
  expect(wrappedLines('标识不清楚标识不清楚', 10.5)).toBe(3)
  expect(wrappedLines('x'.repeat(2_000_000), 40)).toBeGreaterThan(10_000)
})
