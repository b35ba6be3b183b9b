import { timeline } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import { rank, ties } from '@momentous/shared/priorities/rank'
import { shortlistFault, suggestShortlist } from '@momentous/shared/priorities/shortlist'
import { tally, type Ballot } from '@momentous/shared/priorities/tally'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryMoments } from '../support/arbitrary-board.ts'

const moments = arbitraryMoments(fc.constant('words'))
const voted = moments.chain((all) =>
  fc.record({
    moments: fc.constant(all),
    ballots: fc.array(
      fc
        .array(fc.constantFrom(...all.map(({ id }) => id), 'nobody-knows-it' as MomentId), { maxLength: 5 })
        .map((ticks): Ballot =>
          Object.fromEntries(ticks.map((id) => [id, ticks.filter((each) => each === id).length])),
        ),
      { maxLength: 12 },
    ),
  }),
)

const sum = (counts: Iterable<number>) => [...counts].reduce((all, each) => all + each, 0)

describe('a tally', () => {
  it('does not depend on the order of the ballots, and never counts a tick that nobody gave', () => {
    fc.assert(
      fc.property(voted, ({ moments: all, ballots }) => {
        const { totals, ballots: count } = tally(ballots, all)
        expect(tally(ballots.toReversed(), all.toReversed()).totals).toEqual(totals)
        expect(count).toBe(ballots.length)
        expect(sum(Object.values(totals))).toBeLessThanOrEqual(sum(ballots.flatMap((ballot) => Object.values(ballot))))
      }),
    )
  })
})

describe('a ranking', () => {
  it('is the timeline, sorted by ticks and by nothing else', () => {
    fc.assert(
      fc.property(voted, ({ moments: all, ballots }) => {
        const { totals } = tally(ballots, all)
        const ranked = rank(all, totals)
        const line = timeline(all)
        expect(ranked.map(({ moment }) => moment).toSorted((a, b) => line.indexOf(a) - line.indexOf(b))).toEqual(line)
        for (const [index, { moment, ticks, place }] of ranked.entries()) {
          const before = ranked[index - 1]
          if (before === undefined) continue
          expect(before.ticks).toBeGreaterThanOrEqual(ticks)
          expect(before.place === place).toBe(before.ticks === ticks)
          if (before.ticks === ticks) expect(line.indexOf(before.moment)).toBeLessThan(line.indexOf(moment))
        }
        expect(rank(all.toReversed(), totals)).toEqual(ranked)
      }),
    )
  })
})

describe('a suggestion', () => {
  it('never splits a tie, and leaves nobody out who has more ticks than somebody in it', () => {
    fc.assert(
      fc.property(voted, ({ moments: all, ballots }) => {
        const { totals } = tally(ballots, all)
        const ranked = rank(all, totals)
        const suggestion = suggestShortlist(ranked)
        const chosen = suggestion.state === 'tie' ? [...suggestion.sure, ...suggestion.tied] : suggestion.moments
        const inside = ranked.filter(({ moment }) => chosen.includes(moment)).map(({ ticks }) => ticks)
        const outside = ranked.filter(({ moment }) => !chosen.includes(moment)).map(({ ticks }) => ticks)
        expect(Math.min(...inside, Infinity)).toBeGreaterThan(Math.max(...outside, suggestion.state === 'few' ? -1 : 0))
        expect(inside.every((ticks) => ticks > 0)).toBe(true)
        if (suggestion.state === 'few') expect(chosen.length).toBeLessThan(3)
      }),
    )
  })

  it('can be settled as it is when clear, and with any choice among the tied when not', () => {
    fc.assert(
      fc.property(voted, fc.nat(), ({ moments: all, ballots }, pick) => {
        const { totals } = tally(ballots, all)
        const ranked = rank(all, totals)
        const suggestion = suggestShortlist(ranked)
        if (suggestion.state === 'few') return
        if (suggestion.state === 'clear') {
          expect(shortlistFault(suggestion.moments.length, '')).toBeNull()
          return
        }
        const { sure, tied, fewest, most } = suggestion
        expect(tied.length).toBeGreaterThan(most)
        expect(ties(ranked).some((tie) => tie.moments.every((moment) => tied.includes(moment)))).toBe(true)
        const some = tied.slice(0, fewest + (pick % (most - fewest + 1)))
        expect(shortlistFault(sure.length + some.length, '')).toBeNull()
        expect(shortlistFault(sure.length + tied.length, '')).toMatch(/^Five at most/)
      }),
    )
  })
})
