import type { Instant } from '@momentous/shared/domain/session'
import { refill, type Allowance, type Budget } from '../../budget.ts'
import { limits } from '../limits.ts'

/** Answers for so many frames of so many bytes how long to wait before the next one is read, in milliseconds. */
export function createRate(now: () => Instant): (bytes: number, frames: number) => number {
  const frequency = spending(now, { most: limits.frameBurst, perSecond: limits.framesPerSecond })
  const volume = spending(now, { most: limits.byteBurst, perSecond: limits.bytesPerSecond })
  return (bytes, frames) => Math.max(frequency(frames), volume(bytes))
}

/**
 * The same for the time that was spent on what somebody sent: a change may be small and yet take long to judge and to place,
 * and whoever sends many such is read more slowly.
 */
export function createEffort(now: () => Instant): (milliseconds: number) => number {
  return spending(now, { most: limits.effortBurst, perSecond: limits.effortPerSecond })
}

function spending(now: () => Instant, allowance: Allowance): (cost: number) => number {
  const budget: Budget = { left: allowance.most, at: now() }
  return (cost) => {
    budget.left = refill(budget, now(), allowance) - cost
    return budget.left >= 0 ? 0 : Math.ceil((-budget.left * 1000) / allowance.perSecond)
  }
}
