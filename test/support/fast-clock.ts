import type { World } from '../../server/src/rooms/world.ts'

/** A clock that runs so many times faster: five seconds to take something back are half a second at ten. */
export function fastClock(times: number): Pick<World, 'now'> & Required<Pick<World, 'after'>> {
  const start = Date.now()
  return {
    now: () => start + (Date.now() - start) * times,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds / times)
      return () => clearTimeout(timer)
    },
  }
}
