import { actionsCalendar } from '@momentous/shared/exports/actions-calendar'
import { calendar } from '@momentous/shared/exports/calendar'
import { asana, jira, planner, trello } from '@momentous/shared/exports/hand-offs'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import {
  BOARD,
  exportInput,
  momentId,
  sampleAction,
  sampleBoard,
  sampleMoment,
  sampleSession,
  SEAT,
} from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'
import { readCsv, unguard } from '../support/read-csv.ts'

const board = sampleBoard({
  session: sampleSession({ nextSession: { date: '2026-12-12', time: '09:30', minutes: 90, zone: null } }),
  // The second stands before the first.
  moments: [sampleMoment(2, { order: 'b' }), sampleMoment(1, { order: 'a', text: 'Rings,\nand waits' })],
  actions: [
    sampleAction(2, { text: 'Second' }),
    sampleAction(1, {
      text: 'Call back; at once, \\ always',
      firstStep: 'Ask',
      due: '2026-12-31',
      target: 'magical',
      owner: { seat: SEAT, name: 'Tom' },
    }),
    { ...sampleAction(3, { text: '', firstStep: 'Only a step', due: '2026-02-31', order: 'z' }), moment: momentId(1) },
    { ...sampleAction(4, { removed: true, due: '2026-12-01' }), moment: momentId(1) },
  ],
})
const details = 'Moment of truth: Rings, and waits\nFirst step: Ask\nOwner: Tom\nTarget: Magical'
const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as never).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

describe('the calendar file of the actions', () => {
  const file = actionsCalendar.write(exportInput(board))

  it('has each action with a date as one whole day, by its own identity', () => {
    const [event, ...others] = eventsOf(file)
    expect(others).toEqual([])
    expect(event).toMatchObject({
      uid: `action-0001.${BOARD}@momentous`,
      summary: 'Call back; at once, \\ always',
      description: details,
    })
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01'])
    expect(file).toContain('\r\nTRANSP:TRANSPARENT\r\n')
  })

  it('rings at nine on the day before', () => {
    const [event] = eventsOf(file)
    const alarm = event?.component.getFirstSubcomponent('valarm')
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT15H')
  })

  it('is outdone by a later file, and folds and ends its lines as the RFC says', () => {
    const later = actionsCalendar.write(exportInput(board, { now: Date.UTC(2026, 10, 22) }))
    const [before, after] = [file, later].map((text) => eventsOf(text)[0])
    expect(after?.uid).toBe(before?.uid)
    expect(Number(after?.sequence)).toBeGreaterThan(Number(before?.sequence))
    expect(String(after?.component.getFirstPropertyValue('last-modified'))).toBe('2026-11-22T00:00:00Z')
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    expect(Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  })

  it('is lacking while no action has a date', () => {
    expect(actionsCalendar.lacks(exportInput(board))).toBeNull()
    expect(actionsCalendar.lacks(exportInput(sampleBoard()))).toBe('No action has a date yet. Give one a date first.')
  })

  it('gives every text back to a calendar that reads it', () => {
    const hostile = sampleBoard({
      moments: hostileTexts.map((_, n) => sampleMoment(n)),
      actions: hostileTexts.map((text, n) => sampleAction(n, { text: `${text} x`, due: '2026-12-31' })),
    })
    const read = eventsOf(actionsCalendar.write(exportInput(hostile))).map(({ summary }) => summary)
    const [list] = [readCsv(trello.write(exportInput(hostile))).slice(1)]
    expect(read).toEqual(list?.map(([name]) => unguard(name ?? '')))
    expect(read).toHaveLength(hostileTexts.length)
  })
})

it('a calendar reads the next session as the team’s own time', () => {
  const [event] = eventsOf(calendar.write(exportInput(board)))
  expect(event?.startDate).toMatchObject({ hour: 9, minute: 30, isDate: false })
  expect(event?.startDate.zone.tzid).toBe('floating')
  expect(event?.duration.toString()).toBe('PT1H30M')
})

describe('the actions for other places', () => {
  const table = (exporter: typeof trello | typeof jira | typeof asana | typeof planner) =>
    readCsv(exporter.write(exportInput(board)))

  it('stand in the order of the wall, those without words of their own by their first step', () => {
    expect(table(trello)).toEqual([
      ['Card Name', 'Card Description', 'List Name', 'Due Date'],
      ['Call back; at once, \\ always', details, 'To do', '2026-12-31'],
      ['Only a step', 'Moment of truth: Rings, and waits\nFirst step: Only a step', 'To do', ''],
      ['Second', 'Moment of truth: Moment 2', 'To do', ''],
    ])
  })

  it('have the columns that each place asks for, and its way to write a date', () => {
    expect(table(jira).slice(0, 2)).toEqual([
      ['Summary', 'Issue Type', 'Description', 'Due Date'],
      ['Call back; at once, \\ always', 'Task', details, '2026-12-31'],
    ])
    expect(table(asana).slice(0, 2)).toEqual([
      ['Name', 'Description', 'Section/Column', 'Due Date'],
      ['Call back; at once, \\ always', details, 'Rings, and waits', '12/31/2026'],
    ])
    expect(table(planner).slice(0, 2)).toEqual([
      ['Task Name', 'Bucket Name', 'Progress', 'Due Date', 'Description'],
      ['Call back; at once, \\ always', 'Rings, and waits', 'Not started', '12/31/2026', details],
    ])
  })

  it('are cut where a name may not be longer, and lack while there are none', () => {
    const long = sampleBoard({ moments: [sampleMoment(1)], actions: [sampleAction(1, { text: '😀'.repeat(300) })] })
    for (const exporter of [jira, planner]) {
      const [, [name = ''] = []] = readCsv(exporter.write(exportInput(long)))
      expect(name.length, exporter.id).toBeLessThanOrEqual(255)
      expect(name, exporter.id).toMatch(/^(?:😀)+…$/u)
    }
    expect(trello.lacks(exportInput(sampleBoard()))).toBe('There are no actions yet. Write the first one in Plan.')
  })
})
