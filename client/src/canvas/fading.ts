import type { Peer } from '../model/wall.ts'

/** A still cursor fades over half a second after this. */
const STILL_MS = 4000
const FADE_MS = 500

/** How much of a cursor is to be seen, from 0 to 1. */
export function strength(movedAt: number, now: number): number {
  return 1 - Math.min(1, Math.max(0, (now - movedAt - STILL_MS) / FADE_MS))
}

/** Is there anything of this person to lay over the wall? Most people look on with a hand that rests. */
export function isSeen({ cursor, selection, typing, writing, naming, movedAt }: Peer, now: number): boolean {
  const writes = typing !== null || writing !== null || naming !== null
  return selection.length > 0 || writes || (cursor !== null && strength(movedAt, now) > 0)
}

/** When the next cursor changes by itself, in ms from now; null if none will. */
export function nextFade(peers: readonly Peer[], now: number): number | null {
  const waits = peers
    .filter(({ cursor, movedAt }) => cursor !== null && now - movedAt < STILL_MS + FADE_MS)
    .map(({ movedAt }) => Math.max(16, movedAt + STILL_MS - now))
  return waits.length === 0 ? null : Math.min(...waits)
}
