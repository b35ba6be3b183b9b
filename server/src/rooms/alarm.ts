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

export function alarm(after: After, ring: () => void): Alarm {
  let cancel: (() => void) | null = null

  function clear(): void {
    cancel?.()
    cancel = null
  }

  function set(milliseconds: number): void {
    clear()
    cancel = after(milliseconds, () => {
      cancel = null
      ring()
    })
  }

  return {
    set,
    arm(milliseconds) {
      if (cancel === null) set(milliseconds)
    },
    clear,
  }
}
