import type { World } from '../../server/src/rooms/world.ts'

/** A clock of the wall that a test sets, beside alarms that it doesn't touch; both run so many times faster. */
export interface JumpingClock extends Pick<World, 'now'>, Required<Pick<World, 'after'>> {
  jump(milliseconds: number): void
}

export function jumpingClock(times: number): JumpingClock {
  const start = Date.now()
  let shift = 0
  return {
    now: () => start + (Date.now() - start) * times + shift,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds / times)
      return () => clearTimeout(timer)
    },
    jump: (milliseconds) => void (shift += milliseconds),
  }
}
