import { assignColumns } from '@momentous/client/panels/idea-columns.ts'
import { withIdea } from '@momentous/client/session/action-words.ts'
import { countForm } from '@momentous/client/session/form-counts.ts'
import { dateAfter, dateWords, dayWords } from '@momentous/client/words/date.ts'
import type { PlanningRow } from '@momentous/shared/domain/planning-row'
import { describe, expect, it } from 'vitest'
import { momentId, sampleAction } from '../support/board-sample.ts'

describe('the columns of the ideas', () => {
  const none = new Map<string, number>()

  it('fill evenly, in the order that the server drew', () => {
    expect([...assignColumns(['a', 'b', 'c', 'd'], none, 3)]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ])
  })

  it('keep a card where it is when others come before it', () => {
    const before = assignColumns(['m', 'n', 'o'], none, 3)
    const after = assignColumns(['a', 'm', 'n', 'o'], before, 3)
    expect(['m', 'n', 'o'].map((id) => after.get(id))).toEqual([0, 1, 2])
    expect(after.get('a')).toBe(0)
  })

  it('give the place of one that went to the next that comes', () => {
    const before = assignColumns(['a', 'b', 'c'], none, 3)
    expect(assignColumns(['a', 'c', 'x'], before, 3).get('x')).toBe(1)
  })

  it('start afresh where there is room for fewer', () => {
    const before = assignColumns(['a', 'b', 'c'], none, 3)
    expect([...assignColumns(['a', 'b', 'c'], before, 2).values()].every((column) => column < 2)).toBe(true)
  })
})

describe('an idea put into an action', () => {
  it('follows the words that are there as a sentence of its own', () => {
    expect(withIdea('', ' Text before they leave ')).toBe('Text before they leave')
    expect(withIdea('Text before they leave', 'Card at the desk')).toBe('Text before they leave. Card at the desk')
    expect(withIdea('Are you in a rush?', 'Card at the desk')).toBe('Are you in a rush? Card at the desk')
  })

  it('is not said twice, and never passes what an action holds', () => {
    expect(withIdea('Card at the desk, now', 'Card at the desk')).toBe('Card at the desk, now')
    expect(withIdea('a'.repeat(990), 'b'.repeat(100))).toHaveLength(1000)
  })
})

describe('what the form lacks', () => {
  const row = (n: number) => ({ id: momentId(n) }) as PlanningRow

  it('is counted by rows: an action without words is none, and one without a date leaves its row without', () => {
    const actions = [
      sampleAction(1, { due: '2026-12-04', owner: { seat: null, name: 'Tom' } }),
      sampleAction(2, { due: null, owner: null }),
      sampleAction(3, { text: ' ', firstStep: '', due: '2026-12-04' }),
    ]
    expect(countForm([row(1), row(2), row(3), row(4)], actions)).toEqual({
      all: 4,
      withAction: 2,
      withDate: 1,
      withoutOwner: 1,
    })
  })

  it('is nothing on an empty form', () => {
    expect(countForm([], [])).toEqual({ all: 0, withAction: 0, withDate: 0, withoutOwner: 0 })
  })
})

describe('days in words', () => {
  it('name the weekday of a calendar date, and leave alone what is no date', () => {
    expect(dateWords('2026-12-12')).toBe('Saturday 12 December')
    expect(dateWords('soon')).toBe('soon')
  })

  it('count three weeks on over the end of a month and a year', () => {
    const noon = new Date(2026, 11, 20, 12).getTime()
    expect(dayWords(noon)).toBe('20 December 2026')
    expect(dateAfter(noon, 21)).toBe('2027-01-10')
  })
})
