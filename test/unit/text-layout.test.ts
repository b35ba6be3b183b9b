import { describe, expect, it } from 'vitest'
import { createTextFitter, noteSizes } from '@momentous/shared/scene/text-layout'
import { evenMeasure } from '../support/live-bench.ts'

/** 18 letters of 16 px fit into one line of 148. */
const WIDTH = 148
const HEIGHT = 76
const linesOf = (text: string, height = 1000) =>
  createTextFitter(evenMeasure)
    .fit(text, WIDTH, height)
    .lines.map((line) => line.text)

describe('the words on a note', () => {
  it('wrap between words', () => {
    expect(linesOf('Waits, and nobody says for how long')).toEqual(['Waits, and nobody', 'says for how long'])
  })

  it('keep the line breaks that were typed, empty lines too', () => {
    expect(linesOf('one\n\nthree\n')).toEqual(['one', '', 'three', ''])
  })

  it('cut a word that is too long for any line, on a line of its own', () => {
    expect(linesOf('a Donaudampfschifffahrt b')).toEqual(['a', 'Donaudampfschifffa', 'hrt b'])
  })

  it('let spaces hang at the end of a line and keep those at its start', () => {
    expect(linesOf('Waits, and nobody         says')).toEqual(['Waits, and nobody', 'says'])
    expect(linesOf('  two')).toEqual(['  two'])
  })

  it('break after a hyphen between letters, not before a number', () => {
    expect(linesOf('the very well-known')).toEqual(['the very well-', 'known'])
    expect(linesOf('it was cold at -15')).toEqual(['it was cold at -15'])
  })

  it('never cut a letter that is made of several units', () => {
    const family = '👨‍👩‍👧'
    expect(linesOf(family.repeat(6)).join('')).toBe(family.repeat(6))
    expect(linesOf(family.repeat(6)).every((line) => line.length % family.length === 0)).toBe(true)
  })

  it('run right to left when they begin so', () => {
    const fitter = createTextFitter(evenMeasure)
    expect(fitter.fit('שלום', WIDTH, HEIGHT).rightToLeft).toBe(true)
    expect(fitter.fit('1. Waits', WIDTH, HEIGHT).rightToLeft).toBe(false)
  })
})

describe('the size of the words', () => {
  const sizeFor = (letters: number) => createTextFitter(evenMeasure).fit('x'.repeat(letters), WIDTH, HEIGHT)

  it('is 16, then 14.5, then 13, and then the text is higher than its room', () => {
    expect(sizeFor(18 * 3).size).toBe(16)
    expect(sizeFor(18 * 3 + 1).size).toBe(14.5)
    expect(sizeFor(20 * 4 + 1).size).toBe(13)
    expect(sizeFor(22 * 4 + 1).height).toBeGreaterThan(HEIGHT)
    expect(sizeFor(400).size).toBe(noteSizes[2].size)
  })

  it('is worked out once for one text and room', () => {
    let measured = 0
    const fitter = createTextFitter((text, size) => {
      measured++
      return evenMeasure(text, size)
    })
    const first = fitter.fit('Waits, and nobody says for how long', WIDTH, HEIGHT)
    const once = measured
    expect(fitter.fit('Waits, and nobody says for how long', WIDTH, HEIGHT)).toBe(first)
    expect(measured).toBe(once)
    fitter.forget()
    expect(fitter.fit('Waits, and nobody says for how long', WIDTH, HEIGHT)).not.toBe(first)
  })
})
