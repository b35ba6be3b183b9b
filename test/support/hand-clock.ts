/** A clock that a test moves by hand: nothing rings before its time, however slow the machine is. */
export interface HandClock {
  now(): number
  after(milliseconds: number, work: () => void): () => void
  /** Lets so much time pass, and all that rings in it ring in its order. */
  pass(milliseconds: number): Promise<void>
  /** Sets the clock of the wall by so much; what rings later isn't moved by that. */
  set(by: number): void
}

export function handClock(start = 1_800_000_000_000): HandClock {
  const alarms = new Map<() => void, number>()
  let elapsed = 0
  let shift = 0

  /** Lets promises that wait for nothing but each other settle. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

  return {
    now: () => start + elapsed + shift,
    after(milliseconds, work) {
      const ring = () => work()
      alarms.set(ring, elapsed + milliseconds)
      return () => void alarms.delete(ring)
    },
    async pass(milliseconds) {
      const end = elapsed + milliseconds
      await settle()
      for (;;) {
        const [next] = [...alarms].toSorted(([, one], [, other]) => one - other)
        if (next === undefined || next[1] > end) break
        alarms.delete(next[0])
        elapsed = Math.max(elapsed, next[1])
        next[0]()
        await settle()
      }
      elapsed = end
    },
    set: (by) => void (shift += by),
  }
}
