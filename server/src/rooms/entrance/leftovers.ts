import type { Instant } from '@momentous/shared/domain/session'
import { FORGIVEN, newSpending, withoutDebt, type Spending } from '../line/rate.ts'

/**
 * What may still be read of whoever went: who comes back goes on with that, and not with all that a newcomer has. Of people
 * with the same link on the same network each takes what one of them left, and nobody what another owes: a single piece of
 * the line may hold more frames than are read in minutes.
 */
export interface Leftovers {
  /** `seated`: they are one person, not all with a link. */
  take(who: string, seated?: boolean): Spending
  put(who: string, spending: Spending): void
  /** How many people are remembered. */
  known(): number
}

/** Of so many sockets of one name; who has more tabs open than that leaves no less. */
const MOST = 16

interface Left {
  readonly at: Instant
  readonly all: readonly Spending[]
}

export function createLeftovers(now: () => Instant): Leftovers {
  /** Whoever left last stands last. */
  const left = new Map<string, Left>()

  function tidy(): void {
    for (const [who, { at }] of left) {
      if (Math.abs(now() - at) < FORGIVEN) return
      left.delete(who)
    }
  }

  return {
    take(who, seated = true) {
      tidy()
      const known = left.get(who)
      const [first, ...others] = known?.all ?? []
      if (known === undefined || first === undefined) return newSpending(now())
      if (others.length > 0) left.set(who, { at: known.at, all: others })
      else left.delete(who)
      return seated ? first : withoutDebt(first)
    },
    put(who, spending) {
      tidy()
      const all = left.get(who)?.all ?? []
      left.delete(who)
      left.set(who, { at: now(), all: [...all, spending].slice(-MOST) })
    },
    known: () => left.size,
  }
}
