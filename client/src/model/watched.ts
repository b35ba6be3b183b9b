/** Something that changes and can be read at any time. `get` gives the same value until it has changed. */
export interface Watched<Value> {
  get(): Value
  /** Calls after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void
}

/** Are two lists the same, entry by entry? */
export function sameList<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]))
}

/**
 * A value computed out of watched ones: computed when read after a change, and the former value kept while `same` says that
 * nothing is different, so that what renders it need not render again.
 */
export function derive<Value>(
  sources: readonly Pick<Watched<unknown>, 'subscribe'>[],
  compute: () => Value,
  same: (a: Value, b: Value) => boolean = Object.is,
): Watched<Value> {
  let last: { readonly value: Value } | null = null
  let current = false
  let listening = 0

  const get = () => {
    // Without a listener nobody tells of changes, so nothing counts as current.
    if (last !== null && current && listening > 0) return last.value
    const value = compute()
    if (last === null || !same(last.value, value)) last = { value }
    current = true
    return last.value
  }

  return {
    get,
    subscribe(listener) {
      if (listening++ === 0) current = false
      const stops = sources.map((source) =>
        source.subscribe(() => {
          current = false
          listener()
        }),
      )
      return () => {
        listening -= 1
        for (const stop of stops) stop()
      }
    },
  }
}
