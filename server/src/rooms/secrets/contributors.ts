/**
 * How many different people have something in the batch that waits. Kept in memory alone, and forgotten with the batch:
 * nothing about it is ever written, logged or sent but the count.
 */
export interface Contributors {
  /** Null for whoever shows a link without a seat: it might be one of the others once more, so nobody hides behind it. */
  add(key: string | null): void
  /** Takes back one of what `key` added: whoever withdrew everything is no crowd for the others to hide in. */
  takeBack(key: string | null): void
  count(): number
  forget(): void
}

export function contributors(): Contributors {
  const waiting = new Map<string, number>()
  return {
    add(key) {
      if (key !== null) waiting.set(key, (waiting.get(key) ?? 0) + 1)
    },
    takeBack(key) {
      const left = key === null ? undefined : waiting.get(key)
      // It went in from another seat; whose count that was isn't kept, so nobody counts any more until the batch is out.
      if (key === null || left === undefined) waiting.clear()
      else if (left > 1) waiting.set(key, left - 1)
      else waiting.delete(key)
    },
    count: () => waiting.size,
    forget: () => waiting.clear(),
  }
}
