/** One value of this device (never of the board) that can be watched. */
export interface Cell<Value> {
  get(): Value
  /** Tells the listeners unless the value is the same one. */
  set(value: Value): void
  subscribe(listener: () => void): () => void
}

export function cell<Value>(first: Value): Cell<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
