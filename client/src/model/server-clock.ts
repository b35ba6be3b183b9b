import type { Instant } from '@momentous/shared/domain/session'

/** What time it is for the server, guessed from the times that it tells. */
export interface ServerClock {
  now(): Instant
  /** The server has just said what time it is. */
  heard(now: Instant): void
}

/** A time arrives late by as long as the message took, so of the last few the one that was quickest counts. */
const REMEMBERED = 8

export function createServerClock(here: () => number = Date.now): ServerClock {
  let offsets: readonly number[] = []
  return {
    now: () => here() + (offsets.length === 0 ? 0 : Math.max(...offsets)),
    heard(now) {
      offsets = [...offsets, now - here()].slice(-REMEMBERED)
    },
  }
}
