import { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import { calendarFile, newCalendar, textOf, versionAt } from './calendar-file.ts'
import type { ExportInput, Exporter } from './exporter.ts'
import { listedActions } from './listed-actions.ts'

/** Nine in the morning of the day before, in seconds before the day begins. */
const DAY_BEFORE_AT_NINE = 15 * 60 * 60
const DAY = 86_400_000

const NOTHING_DATED = 'No action has a date yet. Give one a date first.'

/**
 * Each action that has a date, as a whole day: of tasks, Outlook and Google take nothing in. Nobody is busy by them. Their
 * UIDs are the actions' own, so that a later file moves them and doubles none.
 */
export const actionsCalendar = {
  id: 'actions-calendar',
  label: 'Calendar',
  of: 'actions',
  ...calendarFile,
  lacks: (input: ExportInput) => (listedActions(input).some(({ due }) => due !== null) ? null : NOTHING_DATED),
  write: writeActions,
} as const satisfies Exporter

function writeActions(input: ExportInput): string {
  const calendar = newCalendar()
  for (const { id, name, due, details } of listedActions(input)) {
    if (due === null) continue
    const start = new Date(`${due}T00:00:00Z`)
    calendar.createEvent({
      id: `${id}.${input.id}@momentous`,
      ...versionAt(input.options.now),
      start,
      end: new Date(start.getTime() + DAY),
      allDay: true,
      timezone: 'UTC',
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: name,
      description: details.join('\n'),
      alarms: [{ type: ICalAlarmType.display, trigger: DAY_BEFORE_AT_NINE, description: name }],
    })
  }
  return textOf(calendar)
}
