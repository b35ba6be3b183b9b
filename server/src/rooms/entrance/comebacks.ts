import type { Instant } from '@momentous/shared/domain/session'
import { refill, type Allowance, type Budget } from '../../budget.ts'

/**
 * Whoever was closed for what nobody can read or nobody may write comes back at once, as a page does that takes a fresh
 * document; and after a while of that again and again, one of them after the other.
 */
export interface Comebacks {
  /** A socket was closed for what it sent. */
  note(who: string): void
  /** How many milliseconds the next one waits before it comes in. `seated`: they are one person, not all with a link. */
  wait(who: string, seated: boolean): number
  /** How many people are remembered. */
  known(): number
}

interface Comeback extends Budget {
  /** When the last one that waits comes in. */
  next: Instant
}

/** So many are free, and so many a second from then on. */
const FREE: Allowance = { most: 40, perSecond: 2 }
/** Between two of them, when there were more; in milliseconds. */
const PAUSE = { seat: 500, link: 100 } as const
/** Nobody waits longer than this: among those who have the same link may be people who did nothing. */
const LONGEST = 4_000

export function createComebacks(now: () => Instant): Comebacks {
  /** Whoever was closed last stands last. */
  const known = new Map<string, Comeback>()

  function tidy(): void {
    for (const [who, comeback] of known) {
      if (refill(comeback, now(), FREE) < FREE.most) return
      known.delete(who)
    }
  }

  return {
    note(who) {
      tidy()
      const comeback = known.get(who) ?? { left: FREE.most, at: now(), next: 0 }
      known.delete(who)
      known.set(who, comeback)
      comeback.left = Math.max(-FREE.perSecond, refill(comeback, now(), FREE) - 1)
    },
    wait(who, seated) {
      const comeback = known.get(who)
      if (comeback === undefined || refill(comeback, now(), FREE) >= 0) return 0
      const time = now()
      const next = Math.max(time, comeback.next) + (seated ? PAUSE.seat : PAUSE.link)
      comeback.next = Math.min(next, time + LONGEST)
      return comeback.next - time
    },
    known: () => known.size,
  }
}
