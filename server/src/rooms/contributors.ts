/**
 * How many different people have something in the batch that waits. Kept in memory alone, and forgotten with the batch:
 * nothing about it is ever written, logged or sent but the count.
 */
export interface Contributors {
  add(key: string): void
  count(): number
  forget(): void
}

export function contributors(): Contributors {
  const keys = new Set<string>()
  return { add: (key) => void keys.add(key), count: () => keys.size, forget: () => keys.clear() }
}
