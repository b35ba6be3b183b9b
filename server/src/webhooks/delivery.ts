import type { Delivery } from '@momentous/shared/domain/delivery'
import type { Random } from '@momentous/shared/board/order'
import type { Instant } from '@momentous/shared/domain/session'
import { timeUntil } from '../alarm.ts'
import type { Outcome } from './post.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long it is waited after each try that failed; after the last one it is given up. A day in all. */
export const pauses = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 8 * HOUR] as const

/** Longer than this nobody may ask us to wait. */
const WAIT_MAX = 8 * HOUR
/** A pause is up to so much longer: whoever was down gets what waited not all at once. */
const SPREAD = 0.2

/** Nobody waits longer between two tries. */
const LONGEST = WAIT_MAX * (1 + SPREAD)

/** How long it waits still, in milliseconds, as far as `most`. What waits longer than anything can was written before the clock was set back, and is due. */
export function waitsFor({ nextAt }: Delivery, now: Instant, most: number): number {
  const due = nextAt ?? 0
  return due - now > LONGEST ? 0 : timeUntil(due, now, most)
}

/** Something to be told at once, of what happened `at` a time. Its name says nothing, and stays the same for every try. */
export function newDelivery(event: Delivery['event'], at: Instant, random: Random, now = at): Delivery {
  const id = `msg_${Buffer.from(random(new Uint8Array(18))).toString('base64url')}`
  return { id, event, at, state: 'waiting', tries: 0, nextAt: now, lastAt: null, trouble: null }
}

/** What a try has made of it. */
export function afterTry(
  before: Delivery,
  outcome: Exclude<Outcome, { what: 'stopped' }>,
  now: Instant,
  random: Random,
): Delivery {
  const tried = { ...before, tries: before.tries + 1, lastAt: now }
  if (outcome.what === 'taken') return { ...tried, state: 'delivered', nextAt: null, trouble: null }
  const { trouble, wait, forGood } = outcome
  const pause = pauses[before.tries]
  if (pause === undefined || forGood) return { ...tried, state: 'given-up', nextAt: null, trouble }
  const [draw = 0] = random(new Uint8Array(1))
  const longer = Math.max(pause, Math.min(wait, WAIT_MAX)) * (1 + (SPREAD * draw) / 255)
  return { ...tried, nextAt: now + Math.round(longer), trouble }
}

/** Nothing is sent of a session that was opened again before. */
export function takenBack(before: Delivery): Delivery {
  return { ...before, state: 'taken-back', nextAt: null, trouble: null }
}
