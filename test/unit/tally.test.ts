import { tally, type Ballot } from '@momentous/shared/priorities/tally'
import { describe, expect, it } from 'vitest'
import { momentId, sampleMoment } from '../support/board-sample.ts'

const ballot = (...ticks: [number, number][]): Ballot =>
  Object.fromEntries(ticks.map(([n, count]) => [momentId(n), count]))

describe('tally', () => {
  const moments = [1, 2, 3].map((n) => sampleMoment(n))

  it('sums every ballot, and counts the ballots, the empty one too', () => {
    const result = tally([ballot([1, 2], [2, 1]), ballot([1, 1]), ballot()], moments)
    expect(result).toEqual({ totals: { [momentId(1)]: 3, [momentId(2)]: 1 }, ballots: 3 })
  })

  it('counts ticks on a stacked note for the note on top', () => {
    const stacked = [
      sampleMoment(1),
      sampleMoment(2, { stackedOn: momentId(1) }),
      sampleMoment(3, { stackedOn: momentId(2) }),
    ]
    expect(tally([ballot([1, 1], [2, 1], [3, 1])], stacked).totals).toEqual({ [momentId(1)]: 3 })
  })

  it('forgets ticks on what is in the bin, unknown, or stacked in a circle', () => {
    const gone = [
      sampleMoment(1, { removed: true }),
      sampleMoment(2, { stackedOn: momentId(3) }),
      sampleMoment(3, { stackedOn: momentId(2) }),
    ]
    expect(tally([ballot([1, 1], [2, 1], [9, 1])], gone).totals).toEqual({})
  })

  it('takes an id that spells a property of every object for an id', () => {
    const id = 'constructor' as ReturnType<typeof momentId>
    expect(tally([{ [id]: 1 }, { [id]: 1 }], [sampleMoment(1, { id })]).totals).toEqual({ constructor: 2 })
  })
})
