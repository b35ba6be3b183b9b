/** How long to wait before the next try to reach the server. */
export interface Backoff {
  next(): number
  /** The link has held: the next break is a new one. */
  held(): void
}

const FIRST_MS = 300
const MOST_MS = 3000

/**
 * Doubles with every try and is never the same for two pages: those of a server that was started again come back spread
 * over the time that it needs for them.
 */
export function createBackoff(chance: () => number = Math.random): Backoff {
  let tries = 0
  return {
    next() {
      const base = Math.min(MOST_MS, FIRST_MS * 2 ** tries)
      tries += 1
      return base * (0.5 + chance())
    },
    held() {
      tries = 0
    },
  }
}
