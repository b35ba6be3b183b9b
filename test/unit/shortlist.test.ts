import { rank, ties } from '@momentous/shared/priorities/rank'
import { shortlistFault, suggestShortlist } from '@momentous/shared/priorities/shortlist'
import { describe, expect, it } from 'vitest'
import { momentId, sampleMoment } from '../support/board-sample.ts'

/** Moments 1, 2, 3 ... on the timeline with these ticks. */
function voted(...ticks: number[]) {
  const moments = ticks.map((_, index) => sampleMoment(index + 1))
  return rank(moments, Object.fromEntries(ticks.map((count, index) => [momentId(index + 1), count])))
}
const ids = (moments: readonly { readonly id: string }[]) => moments.map(({ id }) => id)

describe('rank', () => {
  it('goes by ticks, then by the timeline, and lets equals share a place', () => {
    const ranked = voted(0, 6, 2, 0, 11, 3, 5, 4, 0, 5)
    expect(ranked.map(({ moment, ticks, place }) => [moment.text, ticks, place])).toEqual([
      ['Moment 5', 11, 1],
      ['Moment 2', 6, 2],
      ['Moment 7', 5, 3],
      ['Moment 10', 5, 3],
      ['Moment 8', 4, 5],
      ['Moment 6', 3, 6],
      ['Moment 3', 2, 7],
      ['Moment 1', 0, 8],
      ['Moment 4', 0, 8],
      ['Moment 9', 0, 8],
    ])
  })

  it('names the ties, but not among moments without a tick', () => {
    expect(ties(voted(5, 5, 1, 0, 0)).map(({ place, ticks, moments }) => [place, ticks, ids(moments)])).toEqual([
      [1, 5, [momentId(1), momentId(2)]],
    ])
  })
})

describe('the suggested shortlist', () => {
  it('is the three on top when the fourth has fewer ticks', () => {
    const suggestion = suggestShortlist(voted(9, 8, 7, 6, 5))
    expect(suggestion).toMatchObject({ state: 'clear', moments: { length: 3 } })
  })

  it('grows to four or five rather than split a tie', () => {
    expect(suggestShortlist(voted(11, 6, 5, 5, 4, 3))).toMatchObject({ state: 'clear', moments: { length: 4 } })
    expect(suggestShortlist(voted(9, 8, 2, 2, 2, 1))).toMatchObject({ state: 'clear', moments: { length: 5 } })
  })

  it('shows the tie when no list of 3 to 5 has a clean border', () => {
    const suggestion = suggestShortlist(voted(1, 4, 1, 1, 3, 1, 0))
    expect(suggestion).toMatchObject({ state: 'tie', fewest: 1, most: 3 })
    if (suggestion.state !== 'tie') throw new Error('no tie')
    expect(ids(suggestion.sure)).toEqual([momentId(2), momentId(5)])
    expect(ids(suggestion.tied)).toEqual([1, 3, 4, 6].map(momentId))
  })

  it('says so when fewer than three moments have a tick', () => {
    expect(suggestShortlist(voted(3, 0, 1, 0))).toMatchObject({ state: 'few', moments: { length: 2 } })
    expect(suggestShortlist(voted())).toEqual({ state: 'few', moments: [] })
  })
})

describe('V2: the shortlist that is settled', () => {
  it('may have three, four or five moments', () => {
    expect([3, 4, 5].map((size) => shortlistFault(size, ''))).toEqual([null, null, null])
  })

  it('refuses six with the question which one can wait, whatever the reason', () => {
    expect(shortlistFault(6, 'All of them matter.')).toBe('Five at most, so that you finish them. Which one can wait?')
  })

  it('asks for the reason of fewer than three, and takes it', () => {
    expect(shortlistFault(2, '')).toBe('Two is fewer than usual. What is the reason? It goes on the record.')
    expect(shortlistFault(1, '  ')).toMatch(/^One is fewer than usual/)
    expect(shortlistFault(1, 'The others depend on it.')).toBeNull()
  })

  it('refuses an empty one', () => {
    expect(shortlistFault(0, 'a reason')).toBe('Choose at least one moment.')
  })
})
