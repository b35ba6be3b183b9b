import type { Instant } from './session.ts'

/**
 * When it is this date (YYYY-MM-DD) and time of day (HH:MM) in a time zone; null for a zone that nobody knows here. A time
 * that the clocks skip in spring is the one an hour later; of one that comes twice in autumn it is the first.
 */
export function instantIn(zone: string, date: string, time: string): Instant | null {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const offset = offsets(zone)
  if (offset === null) return null
  // The offset is that of the moment looked for, which isn't known yet: a day before and after, and what fits.
  const [before, after] = [wall - offset(wall - DAY), wall - offset(wall + DAY)]
  return after + offset(after) === wall && before + offset(before) !== wall ? after : before
}

const DAY = 86_400_000

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds; null for an unknown zone. */
function offsets(zone: string): ((at: Instant) => number) | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...PARTS })
    return (at) => {
      const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
      return Date.UTC(year, month - 1, day, hour, minute, second) - at
    }
  } catch {
    return null
  }
}

const PARTS = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const
