import type { Instant } from '@momentous/shared/domain/session'
import type { BoardRecord } from '../storage/storage.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** What a facilitator may say about the end of a board. */
export type Retention = Pick<BoardRecord, 'deleteAt' | 'idleDays'>

export function withRetention(record: BoardRecord, { deleteAt, idleDays }: Retention, now: Instant): BoardRecord {
  return { ...record, deleteAt, idleDays, seenAt: idleDays === null ? null : Math.floor(now) }
}

/** A visit is noted again after so long: with the pause between two sweeps it is less than an hour old. */
const NOTED = HOUR - 60 * 1000

/** Has its day come? A clock that was set back only makes it later, and so does a visit that wasn't noted any more. */
export function isDue({ deleteAt, idleDays, seenAt }: BoardRecord, now: Instant): boolean {
  if (deleteAt !== null && deleteAt <= now) return true
  return idleDays !== null && seenAt !== null && seenAt + idleDays * DAY + HOUR <= now
}

/** Is it worth a write that somebody is there? Also when the clock was ahead as it was written last. */
export function isSeenLongAgo({ idleDays, seenAt }: BoardRecord, now: Instant): boolean {
  return idleDays !== null && (seenAt === null || now - seenAt > NOTED || isAhead({ seenAt }, now))
}

/** Written by a clock that was ahead: the board would outlive its days by as much. */
export function isAhead({ seenAt }: Pick<BoardRecord, 'seenAt'>, now: Instant): boolean {
  return seenAt !== null && seenAt - now > HOUR
}
