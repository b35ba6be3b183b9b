import { isDay } from './listed-actions.ts'

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A calendar date as a heading says it: "4 December 2026". */
export function longDay(date: string): string {
  return format.format(new Date(date))
}

/** The same for a date out of a file, which may be none: then its own words. */
export function sessionDay(date: string): string {
  return isDay(date) ? longDay(date) : date
}
