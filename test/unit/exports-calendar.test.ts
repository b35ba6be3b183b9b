import { calendar } from '@momentous/shared/exports/calendar'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  sampleAction,
  sampleBoard,
  sampleIdea,
  sampleMoment,
  sampleSession,
} from '../support/board-sample.ts'

const nextSession = { date: '2026-12-12', time: '09:30', minutes: 120, zone: null }
const board = sampleBoard({
  session: sampleSession({ title: 'Tom; Dick, Harry \\ 牙科', why: `Because\nwe ${'careé'.repeat(20)}`, nextSession }),
  moments: [sampleMoment(1)],
  actions: [sampleAction(1), sampleAction(2, { removed: true })],
  ideas: [
    sampleIdea(1, { verdict: { state: 'parked', reason: '' } }),
    sampleIdea(2, { verdict: { state: 'parked', reason: '' }, withdrawn: true }),
  ],
})

describe('the calendar file of the next session', () => {
  const file = calendar.write(exportInput(board))
  const unfolded = file.replaceAll('\r\n ', '')

  it('says when, in the team’s own time, wherever the server stands', () => {
    expect(unfolded).toContain('\r\nDTSTART:20261212T093000\r\n')
    expect(unfolded).toContain('\r\nDTEND:20261212T113000\r\n')
    expect(unfolded).toContain('\r\nDTSTAMP:20261121T120000Z\r\n')
  })

  it('is one moment for everybody where the zone is known, summer or winter', () => {
    const starts = (zone: string, date: string, time = '09:30') => {
      const session = sampleSession({ nextSession: { ...nextSession, date, time, zone } })
      return /\r\nDTSTART:(\S+)\r\n/u.exec(calendar.write(exportInput(sampleBoard({ session }))))?.[1]
    }
    expect(starts('Europe/Berlin', '2026-12-12')).toBe('20261212T083000Z')
    expect(starts('Europe/Berlin', '2026-07-12')).toBe('20260712T073000Z')
    expect(starts('America/New_York', '2026-12-12', '22:15')).toBe('20261213T031500Z')
    expect(starts('Asia/Kathmandu', '2026-12-12', '00:15')).toBe('20261211T183000Z')
    // The nights on which the clocks change in Berlin: one hour is skipped, another comes twice.
    expect(starts('Europe/Berlin', '2026-03-29', '01:59')).toBe('20260329T005900Z')
    expect(starts('Europe/Berlin', '2026-03-29', '02:30')).toBe('20260329T013000Z')
    expect(starts('Europe/Berlin', '2026-03-29', '03:00')).toBe('20260329T010000Z')
    expect(starts('Europe/Berlin', '2026-10-25', '02:30')).toBe('20261025T003000Z')
    expect(starts('Europe/Berlin', '2026-10-25', '03:00')).toBe('20261025T020000Z')
    expect(starts('Nowhere/Land', '2026-12-12')).toBe('20261212T093000')
  })

  it('keeps its identity when the session is booked again, and outdoes the earlier file', () => {
    const again = calendar.write(exportInput(board, { now: Date.UTC(2026, 10, 22) }))
    const uid = /\r\nUID:(\S+)\r\n/u
    expect(uid.exec(again)?.[1]).toBe(uid.exec(file)?.[1])
    const sequence = (text: string) => Number(/\r\nSEQUENCE:(\d+)\r\n/u.exec(text)?.[1])
    expect(sequence(again)).toBeGreaterThan(sequence(file))
  })

  it('escapes what means something in it, folds at 75 octets, ends every line in CRLF', () => {
    expect(unfolded).toContain('SUMMARY:Moments of truth: Tom\\; Dick\\, Harry \\\\ 牙科\r\n')
    expect(unfolded).toContain('DESCRIPTION:Because\\nwe careé')
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    const longest = Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length))
    expect(longest).toBeLessThanOrEqual(75)
  })

  it('rings a day before, and says what comes back to the table', () => {
    expect(unfolded).toContain('BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\n')
    expect(unfolded).toContain('Actions to look back on: 1. Parked ideas that come back to the table: 1.')
  })

  it('lasts a minute at least, so that every calendar shows it', () => {
    const brief = sampleBoard({ session: sampleSession({ nextSession: { ...nextSession, minutes: 0 } }) })
    expect(calendar.write(exportInput(brief))).toContain('DTEND:20261212T093100')
  })

  it('is lacking while no session is booked', () => {
    expect(calendar.lacks(exportInput(sampleBoard()))).toBe('The next session has no date yet. Book it first.')
    expect(calendar.lacks(exportInput(board))).toBeNull()
  })
})
