/** Keys for what waits on this device: they sort by the order of making, and differ from page to page. */
export interface Keys {
  next(): string
  /** What comes now was made after `key`. */
  follow(key: string): void
}

const STAMP = 15

/** A device's clock may be put back at any time; the keys go on from where they were. */
export function createKeys(page: string, now: () => number = Date.now): Keys {
  let stamp = 0
  let number = 0

  const reach = (at: number) => {
    if (at <= stamp) return
    stamp = at
    number = 0
  }
  return {
    next() {
      reach(now())
      return `${String(stamp).padStart(STAMP, '0')}-${String(number++).padStart(6, '0')}-${page}`
    },
    follow: (key) => reach(Number(key.slice(0, STAMP)) + 1),
  }
}
