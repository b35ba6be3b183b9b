import type { Instant } from '@momentous/shared/domain/session'
import { limits } from '../limits.ts'

/** Answers for so many frames of so many bytes how long to wait before the next one is read, in milliseconds. */
export function createRate(now: () => Instant): (bytes: number, frames: number) => number {
  const frequency = budget(limits.frameBurst, limits.framesPerSecond)
  const volume = budget(limits.byteBurst, limits.bytesPerSecond)
  let at = now()
  return (bytes, frames) => {
    const time = now()
    // A clock that was set back gives nothing, and takes nothing.
    const passed = Math.max(0, time - at)
    at = time
    return Math.max(frequency(frames, passed), volume(bytes, passed))
  }
}

/**
 * The same for the time that was spent on what somebody sent: a change may be small and yet take long to judge and to place,
 * and whoever sends many such is read more slowly.
 */
export function createEffort(now: () => Instant): (milliseconds: number) => number {
  const effort = budget(limits.effortBurst, limits.effortPerSecond)
  let at = now()
  return (milliseconds) => {
    const time = now()
    const passed = Math.max(0, time - at)
    at = time
    return effort(milliseconds, passed)
  }
}

function budget(burst: number, perSecond: number): (cost: number, passed: number) => number {
  let left = burst
  return (cost, passed) => {
    left = Math.min(burst, left + (passed * perSecond) / 1000) - cost
    return left >= 0 ? 0 : Math.ceil((-left * 1000) / perSecond)
  }
}
