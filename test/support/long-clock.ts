import { realAfter } from '../../server/src/alarm.ts'
import { handClock, type HandClock } from './hand-clock.ts'

/** What the server gathers for a moment under load it gathers by itself; only longer times pass by hand. */
const SHORT = 250

/** A clock that is moved by hand for whole servers, whose requests would wait for the shortest of pauses for ever. */
export function longClock(): HandClock {
  const hand = handClock()
  return {
    ...hand,
    after: (milliseconds, work) => (milliseconds < SHORT ? realAfter : hand.after)(milliseconds, work),
  }
}
