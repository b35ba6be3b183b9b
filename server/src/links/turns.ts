/** Runs what is asked for one key one after the other, and different keys beside each other. */
export type Turns<Key> = <Result>(key: Key, work: () => Promise<Result>) => Promise<Result>

export function turns<Key>(): Turns<Key> {
  const last = new Map<Key, Promise<unknown>>()
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work)
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === settled) last.delete(key)
      })
    last.set(key, settled)
    return mine
  }
}
