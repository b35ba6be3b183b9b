import type { Instant } from '@momentous/shared/domain/session'

/** What may still be spent at once, as of some moment. */
export interface Budget {
  left: number
  at: Instant
}

/** How much there is at most, and how much of it comes back in a second. */
export interface Allowance {
  readonly most: number
  readonly perSecond: number
}

/** What is left now. A clock that was set back gives nothing, and takes nothing. */
export function refill(budget: Budget, now: Instant, { most, perSecond }: Allowance): number {
  const passed = Math.max(0, now - budget.at)
  budget.at = now
  budget.left = Math.min(most, budget.left + (passed * perSecond) / 1000)
  return budget.left
}
