import { describe, expect, it } from 'vitest'
import { initials } from '../../client/src/controls/initials.ts'
import { joinNews } from '../../client/src/controls/join-news.ts'

const added = (count: number) => ({ kind: 'added', count, words: (sum: number) => `${sum} moments added` })

describe('what a screen reader hears of three seconds', () => {
  it('adds up news of one kind', () => {
    expect(joinNews([added(1), added(2)])).toBe('3 moments added.')
  })

  it('says a sentence once, each with a full stop', () => {
    expect(joinNews(['Aisha is here', added(1), 'Aisha is here', 'Is that right?'])).toBe(
      'Aisha is here. 1 moments added. Is that right?',
    )
  })
})

describe('initials', () => {
  it.each([
    ['Marian Kay', 'MK'],
    ['Aisha', 'AI'],
    ['  Jean Luc de Wit ', 'JW'],
    ['𝒜da', '𝒜D'],
    ['', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
