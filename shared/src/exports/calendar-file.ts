import ical, { type ICalCalendar } from 'ical-generator'
import type { Instant } from '../domain/session.ts'

export const calendarFile = { mediaType: 'text/calendar; charset=utf-8', extension: 'ics' } as const

export function newCalendar(): ICalCalendar {
  return ical({ prodId: { company: 'Momentous', product: 'Moments of truth', language: 'EN' } })
}

/** What says which of two files is the later one: a calendar takes an event over when its sequence is higher. */
export function versionAt(now: Instant) {
  const time = new Date(now)
  return { sequence: Math.floor(now / 1000) - EPOCH, stamp: time, lastModified: time }
}

/** Seconds from here are the sequence number: a later file always outdoes an earlier one, and stays a small integer. */
const EPOCH = 1_700_000_000

export function textOf(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`
}
