import type { Instant } from '@momentous/shared/domain/session'
import { refill, type Allowance, type Budget } from '../../budget.ts'
import { limits } from '../limits.ts'

const FREQUENCY: Allowance = { most: limits.frameBurst, perSecond: limits.framesPerSecond }
const VOLUME: Allowance = { most: limits.byteBurst, perSecond: limits.bytesPerSecond }
const EFFORT: Allowance = { most: limits.effortBurst, perSecond: limits.effortPerSecond }

/** Answers for so many frames of so many bytes how long to wait before the next one is read, in milliseconds. */
export function createRate(now: () => Instant): (bytes: number, frames: number) => number {
  const frequency = budgetOf(FREQUENCY, now())
  const volume = budgetOf(VOLUME, now())
  return (bytes, frames) => Math.max(spend(frequency, FREQUENCY, now(), frames), spend(volume, VOLUME, now(), bytes))
}

/**
 * The same for the time that was spent on what somebody sent: a change may be small and yet take long to judge and to place,
 * and whoever sends many such is read more slowly.
 */
export function createEffort(now: () => Instant): (milliseconds: number) => number {
  const effort = budgetOf(EFFORT, now())
  return (milliseconds) => spend(effort, EFFORT, now(), milliseconds)
}

function budgetOf({ most }: Allowance, at: Instant): Budget {
  return { left: most, at }
}

function spend(budget: Budget, allowance: Allowance, now: Instant, cost: number): number {
  budget.left = refill(budget, now, allowance) - cost
  return budget.left >= 0 ? 0 : Math.ceil((-budget.left * 1000) / allowance.perSecond)
}
