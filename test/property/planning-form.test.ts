import { isOnTimeline, timeline } from '@momentous/shared/board/timeline'
import type { Moment } from '@momentous/shared/domain/moment'
import { redact } from '@momentous/shared/exports/redact'
import { planningForm, type FormChoice } from '@momentous/shared/priorities/planning-form'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { hostileText } from '../support/hostile-text.ts'

const board = arbitraryBoard(hostileText)
const choice: fc.Arbitrary<FormChoice> = fc.record({
  order: fc.constantFrom('timeline', 'shortlist'),
  rows: fc.constantFrom('priorities', 'all'),
  prompts: fc.boolean(),
})

/** Drags notes all over the wall, and tells them in another order. */
const dragged = (moments: readonly Moment[]) =>
  fc.tuple(
    fc.shuffledSubarray([...moments], { minLength: moments.length }),
    fc.array(fc.nat(5000), { minLength: moments.length, maxLength: moments.length }),
  )

describe('the planning form', () => {
  it('is the same wherever the notes were dragged and in whatever order they are told', () => {
    const boards = board.chain((one) => fc.tuple(fc.constant(one), dragged(one.moments), choice))
    fc.assert(
      fc.property(boards, ([one, [moments, xs], chosen]) => {
        const moved = moments.map((moment, index) => ({ ...moment, place: [xs[index] ?? 0, 0, 176, 120] as const }))
        expect(planningForm({ ...one, moments: moved }, chosen)).toEqual(planningForm(one, chosen))
      }),
    )
  })

  it('has its rows in the order of (order key, id), the shortlist before the others if wanted', () => {
    fc.assert(
      fc.property(board, choice, (one, chosen) => {
        const line = timeline(one.moments).map(({ id }) => id)
        const { rows } = planningForm(one, chosen)
        const places = rows.map((row) => line.indexOf(row.id))
        const first = chosen.order === 'shortlist' ? rows.filter((row) => row.priority).length : 0
        expect(places.slice(0, first)).toEqual(places.slice(0, first).toSorted((a, b) => a - b))
        expect(places.slice(first)).toEqual(places.slice(first).toSorted((a, b) => a - b))
        expect(rows.every((row) => row.position === line.indexOf(row.id) + 1)).toBe(true)
      }),
    )
  })

  it('has only moments of the timeline, each once, and never loses one that was shortlisted', () => {
    fc.assert(
      fc.property(board, choice, (one, chosen) => {
        const { rows } = planningForm(one, chosen)
        const onLine = new Set(one.moments.filter(isOnTimeline).map(({ id }) => id))
        const ids = rows.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => onLine.has(id))).toBe(true)
        const shortlisted = (one.session.shortlist?.moments ?? []).filter((id) => onLine.has(id))
        expect(shortlisted.every((id) => ids.includes(id))).toBe(true)
      }),
    )
  })

  it('comes out of an exported board as out of the board itself', () => {
    fc.assert(
      fc.property(board, choice, (one, chosen) => {
        expect(planningForm(redact(one, 'observer'), chosen)).toEqual(planningForm(one, chosen))
      }),
    )
  })
})
