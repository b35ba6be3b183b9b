import type { Session } from '@momentous/shared/domain/session'
import { describe, expect, it } from 'vitest'
import { resultWords, voteResult } from '../../client/src/session/vote-result.ts'
import { momentId, sampleMoment } from '../support/board-sample.ts'

const names = ['Books', 'Parks', 'Waits', 'Is examined', 'Pays', 'Says goodbye', 'Is called', 'Tells friends']
const moments = names.map((text, at) => sampleMoment(at, { text }))

function closed(ticks: readonly number[], ballots = 8): Extract<Session['vote'], { state: 'closed' }> {
  const totals = Object.fromEntries(ticks.map((count, at) => [momentId(at), count]))
  return { state: 'closed', round: 1, totals, ballots }
}

function said(ticks: readonly number[], steers = true) {
  const vote = closed(ticks)
  return resultWords(voteResult(moments, vote, null), vote, null, steers)
}

describe('a closed vote in words', () => {
  it('asks the facilitator to keep what stands out', () => {
    expect(said([6, 5, 4])).toEqual({ question: 'Three moments stand out. Keep these?', hint: '8 ballots, 15 dots.' })
  })

  it('names the ties inside the list, by their place', () => {
    expect(said([6, 5, 4, 4, 1]).hint).toBe('“Waits” and “Is examined” tie for third place with 4 dots each.')
  })

  it('says that the border runs through a tie when no list of three to five is clear of it', () => {
    expect(said([6, 2, 2, 2, 2, 2]).hint).toBe('One moment is clear. Five tie for the four places left.')
    expect(said([2, 2, 2, 2, 2, 2]).hint).toBe('No moment stands out alone. Six tie for the five places left.')
  })

  it('says how few got a dot at all', () => {
    expect(said([3, 1]).hint).toBe('Only two moments got a dot.')
    expect(said([]).hint).toBe('Nobody put a dot. Choose the moments together.')
  })

  it('tells the others what happened and asks them nothing', () => {
    expect(said([6, 5, 4], false).question).toBe('The vote is closed. Eight people put 15 dots.')
  })

  it('gives the reason of a short list, once it is settled', () => {
    const vote = closed([6, 5])
    const shortlist = { moments: [momentId(0), momentId(1)], reason: 'We are two people.' }
    expect(resultWords(voteResult(moments, vote, shortlist), vote, shortlist, true)).toEqual({
      question: 'Two moments to work on.',
      hint: 'We are two people.',
    })
  })
})

describe('the bars', () => {
  it('run by place, with the border after those that stand out', () => {
    const { ranked, above } = voteResult(moments, closed([1, 6, 5, 4]), null)
    expect(ranked.map(({ moment }) => moment.text)).toEqual(['Parks', 'Waits', 'Is examined', 'Books'])
    expect(above).toBe(3)
  })

  it('put a settled moment above the border, also without a dot', () => {
    const shortlist = { moments: [momentId(1), momentId(7)], reason: 'Few.' }
    const { ranked, above } = voteResult(moments, closed([1, 6, 5]), shortlist)
    expect(ranked.map(({ moment }) => moment.text)).toEqual(['Parks', 'Tells friends', 'Waits', 'Books'])
    expect(above).toBe(2)
  })
})
