const DAY = 86_400_000
/** The day before the first one of a workbook's calendar, by what day it counts from. It takes 1900 for a leap year. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const

/** A number as people write it; a day as 2026-12-04, with its time when it has one. */
export function shownNumber(value: string, isDate: boolean, since1904: boolean): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (!isDate) return String(Number(number.toPrecision(15)))
  const days = !since1904 && number < 61 ? number + 1 : number
  const time = new Date(Math.round((EPOCH[since1904 ? 1904 : 1900] + days * DAY) / 1000) * 1000)
  if (Number.isNaN(time.getTime())) return value
  const [day = '', clock = ''] = time.toISOString().split('T')
  if (number < 1) return clock.slice(0, 5)
  return number % 1 === 0 ? day : `${day} ${clock.slice(0, 5)}`
}

/** Formats of days and times that every workbook knows by number. */
export function isDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Does a format of the workbook's own write a day or a time? What is quoted, escaped or in brackets is no part of it. */
export function writesDate(code: string): boolean {
  return /[dmyhs]/iu.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, '').replace(/general/iu, ''))
}
