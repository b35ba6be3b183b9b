import type { Instant } from '@momentous/shared/domain/session'
import { refill, type Allowance, type Budget } from '../../budget.ts'
import { limits } from '../limits.ts'

const FREQUENCY: Allowance = { most: limits.frameBurst, perSecond: limits.framesPerSecond }
const VOLUME: Allowance = { most: limits.byteBurst, perSecond: limits.bytesPerSecond }
const EFFORT: Allowance = { most: limits.effortBurst, perSecond: limits.effortPerSecond }

/** What may still be read of somebody. */
export interface Spending {
  readonly frequency: Budget
  readonly volume: Budget
  readonly effort: Budget
}

/** Of somebody who is here for the first time. */
export function newSpending(at: Instant): Spending {
  return { frequency: budgetOf(FREQUENCY, at), volume: budgetOf(VOLUME, at), effort: budgetOf(EFFORT, at) }
}

/** The same for somebody else: what was spent is gone, and nobody owes what another took beyond that. */
export function withoutDebt({ frequency, volume, effort }: Spending): Spending {
  const paid = ({ left, at }: Budget): Budget => ({ left: Math.max(0, left), at })
  return { frequency: paid(frequency), volume: paid(volume), effort: paid(effort) }
}

/** Nobody owes more than this many milliseconds, so after it there is nothing left to remember, whatever was spent. */
export const FORGIVEN = 20_000

/** Answers for so many frames of so many bytes how long to wait before the next one is read, in milliseconds. */
export function createRate(
  now: () => Instant,
  { frequency, volume }: Spending = newSpending(now()),
): (bytes: number, frames: number) => number {
  return (bytes, frames) => Math.max(spend(frequency, FREQUENCY, now(), frames), spend(volume, VOLUME, now(), bytes))
}

/**
 * The same for the time that was spent on what somebody sent: a change may be small and yet take long to judge and to place,
 * and whoever sends many such is read more slowly.
 */
export function createEffort(
  now: () => Instant,
  { effort }: Spending = newSpending(now()),
): (milliseconds: number) => number {
  return (milliseconds) => spend(effort, EFFORT, now(), milliseconds)
}

function budgetOf({ most }: Allowance, at: Instant): Budget {
  return { left: most, at }
}

function spend(budget: Budget, allowance: Allowance, now: Instant, cost: number): number {
  const owed = (-allowance.perSecond * FORGIVEN) / 1000
  budget.left = Math.max(owed, refill(budget, now, allowance) - cost)
  return budget.left >= 0 ? 0 : Math.ceil((-budget.left * 1000) / allowance.perSecond)
}
