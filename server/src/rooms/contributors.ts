/**
 * How many different people have something in the batch that waits. Kept in memory alone, and forgotten with the batch:
 * nothing about it is ever written, logged or sent but the count.
 */
export interface Contributors {
  add(key: string): void
  /** Takes back one of what `key` added: whoever withdrew everything is no crowd for the others to hide in. */
  takeBack(key: string): void
  count(): number
  forget(): void
}

export function contributors(): Contributors {
  const waiting = new Map<string, number>()
  return {
    add: (key) => void waiting.set(key, (waiting.get(key) ?? 0) + 1),
    takeBack(key) {
      const left = (waiting.get(key) ?? 0) - 1
      if (left > 0) waiting.set(key, left)
      else waiting.delete(key)
    },
    count: () => waiting.size,
    forget: () => waiting.clear(),
  }
}
