import type { World } from '../../server/src/rooms/world.ts'

/** The clock of the wall, which a test can set, and alarms that aren't touched by that. */
export interface FastClock extends Pick<World, 'now'>, Required<Pick<World, 'after'>> {
  /** Sets the clock by so much. */
  jump(milliseconds: number): void
  /** From now on nothing rings any more that waits for a second or longer by this clock, however slow the machine is. */
  hold(): void
}

/** What goes on while the clock is held: a tick, a commit. */
const SHORT = 1_000

/** Both run so many times faster: five seconds to take something back are half a second at ten. */
export function fastClock(times: number): FastClock {
  const start = Date.now()
  let shift = 0
  let isHeld = false
  return {
    now: () => start + (Date.now() - start) * times + shift,
    after(milliseconds, work) {
      const ring = () => (isHeld && milliseconds >= SHORT ? undefined : work())
      const timer = setTimeout(ring, milliseconds / times)
      return () => clearTimeout(timer)
    },
    jump: (milliseconds) => void (shift += milliseconds),
    hold: () => void (isHeld = true),
  }
}
