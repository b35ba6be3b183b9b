/** A clock that a test moves by hand: nothing rings before its time, however slow the machine is. */
export interface HandClock {
  now(): number
  after(milliseconds: number, work: () => void): () => void
  /** Lets so much time pass, and all that rings in it ring in its order. */
  pass(milliseconds: number): Promise<void>
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>
  /** Sets the clock of the wall by so much; what rings later isn't moved by that. */
  set(by: number): void
}

interface Due {
  readonly at: number
  readonly work: () => void
}

/** `settle` waits for what hangs on no clock: as a rule, promises that wait for nothing but each other. */
export function handClock(start = 1_800_000_000_000, settle = aTurn): HandClock {
  const due = new Set<Due>()
  let elapsed = 0
  let shift = 0

  return {
    now: () => start + elapsed + shift,
    after(milliseconds, work) {
      const alarm = { at: elapsed + Math.max(0, milliseconds), work }
      due.add(alarm)
      return () => void due.delete(alarm)
    },
    async pass(milliseconds) {
      const end = elapsed + milliseconds
      await settle()
      for (let next = nextOf(due); next !== null && next.at <= end; next = nextOf(due)) {
        due.delete(next)
        elapsed = Math.max(elapsed, next.at)
        next.work()
        await settle()
      }
      elapsed = end
    },
    settle,
    set: (by) => void (shift += by),
  }
}

function nextOf(due: ReadonlySet<Due>): Due | null {
  let next: Due | null = null
  for (const each of due) if (next === null || each.at < next.at) next = each
  return next
}

function aTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
