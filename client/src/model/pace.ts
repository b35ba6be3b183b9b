/** Does something soon, as often as asked but no more often than the pause allows; the last wish counts. */
export interface Pace {
  soon(pauseMs: number): void
  stop(): void
}

export function createPace(run: () => void, now: () => number): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null
  let ranAt = -Infinity
  return {
    soon(pauseMs) {
      timer ??= setTimeout(
        () => {
          timer = null
          ranAt = now()
          run()
        },
        // A timer cuts fractions off, and would come too early.
        Math.max(0, Math.ceil(ranAt + pauseMs - now())),
      )
    },
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
