const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A calendar date as a heading says it: "4 December 2026". */
export function longDay(date: string): string {
  return format.format(new Date(date))
}
