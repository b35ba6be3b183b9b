import { ICalAlarmType } from 'ical-generator'
import type { NextSession } from '../domain/session.ts'
import { instantIn } from '../domain/time-zone.ts'
import { calendarFile, newCalendar, textOf, versionAt } from './calendar-file.ts'
import type { ExportInput, Exporter } from './exporter.ts'
import { plainText } from './plain-text.ts'
import type { RedactedBoard } from './redact.ts'

const DAY_IN_SECONDS = 24 * 60 * 60
const MINUTE = 60_000

/** The next session as a calendar file. Its UID is the board's, so booking again moves the meeting, and adds none. */
export const calendar = {
  id: 'calendar',
  label: 'Calendar',
  of: 'next-session',
  ...calendarFile,
  lacks: ({ board }: ExportInput) => (board.session.nextSession === null ? NOT_BOOKED : null),
  write: writeCalendar,
} as const satisfies Exporter

const NOT_BOOKED = 'The next session has no date yet. Book it first.'

function writeCalendar({ id, board, options }: ExportInput): string {
  const { nextSession, title } = board.session
  if (nextSession === null) throw new Error(NOT_BOOKED)
  const { start, floating } = startOf(nextSession)
  const summary = plainText(`Moments of truth: ${title}`)
  const file = newCalendar()
  file.createEvent({
    id: `${id}@momentous`,
    ...versionAt(options.now),
    start,
    end: new Date(start.getTime() + Math.max(1, nextSession.minutes) * MINUTE),
    floating,
    summary,
    description: plainText(description(board)),
    alarms: [{ type: ICalAlarmType.display, trigger: DAY_IN_SECONDS, description: summary }],
  })
  return textOf(file)
}

/** In UTC where the zone is known, which every calendar shows in its own zone; else the same time of day for everybody. */
function startOf({ date, time, zone }: NextSession) {
  const known = zone === null ? null : instantIn(zone, date, time)
  return known === null
    ? { start: new Date(`${date}T${time}:00Z`), floating: true }
    : { start: new Date(known), floating: false }
}

function description(board: RedactedBoard): string {
  const parked = board.ideas.filter((idea) => idea.verdict.state === 'parked' && !idea.withdrawn).length
  const open = board.actions.filter((action) => !action.removed).length
  const agenda = [
    ...(open > 0 ? [`Actions to look back on: ${open}.`] : []),
    ...(parked > 0 ? [`Parked ideas that come back to the table: ${parked}.`] : []),
  ]
  return [board.session.why, agenda.join(' ')].filter((part) => part !== '').join('\n\n')
}
