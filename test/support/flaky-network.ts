/** Wires between replicas that lose, repeat, delay and reorder what they carry, by a seeded chance. */
export interface FlakyNetwork {
  /** Hands over later, perhaps twice, perhaps never. */
  send(deliver: () => void): void
  /** Some of what waits arrives, in any order. */
  pass(): void
  /** From now on everything arrives, at once and in order; what was lost stays lost. */
  heal(): void
}

export function flakyNetwork(chance: () => number): FlakyNetwork {
  const waiting: (() => void)[] = []
  let whole = false
  return {
    send(deliver) {
      if (whole) return deliver()
      if (chance() < 0.2) return
      waiting.push(deliver)
      if (chance() < 0.1) waiting.push(deliver)
    },
    pass() {
      for (let left = Math.floor(chance() * (waiting.length + 1)); left > 0; left--) {
        const [deliver] = waiting.splice(Math.floor(chance() * waiting.length), 1)
        deliver?.()
      }
    },
    heal() {
      whole = true
      waiting.length = 0
    },
  }
}
