/** Runs `work` after so many milliseconds; answers how to take that back. Never keeps the process alive. */
export type After = (milliseconds: number, work: () => void) => () => void

export const realAfter: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds).unref()
  return () => clearTimeout(timer)
}

/** How long it is until `due`, in milliseconds; a clock that was set back by an hour makes nothing wait longer than `most`. */
export function timeUntil(due: number, now: number, most: number): number {
  return Math.max(0, Math.min(due - now, most))
}

/** One thing that happens later, never twice at the same time. */
export interface Alarm {
  /** Sets it anew. */
  set(milliseconds: number): void
  /** Sets it unless it is set. */
  arm(milliseconds: number): void
  clear(): void
}

/** A room has a dozen of them and most rooms sleep, so what they share lies in one place. */
class OneAlarm implements Alarm {
  readonly #after: After
  readonly #ring: () => void
  #cancel: (() => void) | null = null

  constructor(after: After, ring: () => void) {
    this.#after = after
    this.#ring = ring
  }

  clear(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  set(milliseconds: number): void {
    this.clear()
    this.#cancel = this.#after(milliseconds, () => {
      this.#cancel = null
      this.#ring()
    })
  }

  arm(milliseconds: number): void {
    if (this.#cancel === null) this.set(milliseconds)
  }
}

export function alarm(after: After, ring: () => void): Alarm {
  return new OneAlarm(after, ring)
}
