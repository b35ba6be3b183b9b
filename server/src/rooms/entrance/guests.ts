import type { Instant } from '@momentous/shared/domain/session'
import { closeCodes } from '@momentous/shared/wire/frames'
import type { Bearer } from '../../links/capability.ts'
import type { Spending } from '../line/rate.ts'
import { createComebacks } from './comebacks.ts'
import { createLeftovers } from './leftovers.ts'

/** Who comes and goes: what is remembered of somebody longer than their socket lasts. */
export interface Guests {
  /** How many milliseconds they wait before they come in; 0 for nearly everybody. */
  wait(guest: Guest): number
  enter(guest: Guest): Visit
}

export interface Guest {
  /** A seat, or those who have the same link on the same network: of them nobody knows more. */
  readonly who: string
  readonly seated: boolean
}

export interface Visit {
  /** What may still be read of them. */
  readonly spending: Spending
  /** To be called when the socket is gone, with what it was told to go with, if anything. */
  ended(dismissed: number | null): void
}

/** Closed for what came from there. */
const AT_FAULT: ReadonlySet<number> = new Set([closeCodes.unreadable, closeCodes.refused])

export function createGuests(now: () => Instant): Guests {
  const leftovers = createLeftovers(now)
  const comebacks = createComebacks(now)
  return {
    wait: ({ who, seated }) => comebacks.wait(who, seated),
    enter({ who, seated }) {
      const spending = leftovers.take(who, seated)
      return {
        spending,
        ended(dismissed) {
          leftovers.put(who, spending)
          if (dismissed !== null && AT_FAULT.has(dismissed)) comebacks.note(who)
        },
      }
    },
  }
}

export function guestOf({ actor, link }: Bearer, network: string): Guest {
  return { who: link === null ? actor.seat : `${link} ${network}`, seated: actor.seated }
}
