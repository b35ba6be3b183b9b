// Made when they are asked for: making them takes longer than all the other words of the page together.
const dayAndYear = () => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const weekday = () => new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** "21 November 2026", on this device's calendar. */
export function dayWords(instant: number): string {
  return dayAndYear().format(new Date(instant))
}

/** "Saturday 12 December", for a calendar date. */
export function dateWords(date: string): string {
  const at = new Date(`${date}T12:00:00`)
  // The format's own comma after the weekday is more than this line needs.
  return Number.isNaN(at.getTime()) ? date : weekday().format(at).replace(',', '')
}

/** The calendar date so many days after an instant, as YYYY-MM-DD on this device's calendar. */
export function dateAfter(instant: number, days: number): string {
  const at = new Date(instant)
  at.setDate(at.getDate() + days)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** "Berlin time", for a time zone as the IANA names it. */
export function zoneWords(zone: string): string {
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return `${place} time`
}
