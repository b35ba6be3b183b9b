import { describe, expect, it } from 'vitest'
import { capital, counted, either, figured, inWords, together } from '../../client/src/words/number.ts'

describe('numbers in the words of the interface', () => {
  it('are spelled out up to twelve', () => {
    expect([0, 1, 12, 13].map(inWords)).toEqual(['zero', 'one', 'twelve', '13'])
  })

  it('keep the noun in step', () => {
    expect([counted(1, 'dot'), counted(3, 'dot'), figured(2, 'person', 'people')]).toEqual([
      'one dot',
      'three dots',
      '2 people',
    ])
  })

  it('start a sentence with a capital', () => {
    expect(capital(inWords(4))).toBe('Four')
  })
})

describe('lists in the words of the interface', () => {
  it.each([
    [[], '', ''],
    [['phone'], 'phone', 'phone'],
    [['phone', 'post'], 'phone or post', 'phone and post'],
    [['phone', 'post', 'email'], 'phone, post or email', 'phone, post and email'],
  ])('%j', (words, one, all) => {
    expect([either(words), together(words)]).toEqual([one, all])
  })
})
