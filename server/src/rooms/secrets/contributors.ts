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
  return new Waiting()
}

class Waiting implements Contributors {
  /** Null while there is no batch, as in most rooms. */
  #waiting: Map<string, number> | null = null

  add(key: string | null): void {
    if (key === null) return
    this.#waiting ??= new Map()
    this.#waiting.set(key, (this.#waiting.get(key) ?? 0) + 1)
  }

  takeBack(key: string | null): void {
    const left = key === null ? undefined : this.#waiting?.get(key)
    // It went in from another seat; whose count that was isn't kept, so nobody counts any more until the batch is out.
    if (key === null || left === undefined) this.forget()
    else if (left > 1) this.#waiting?.set(key, left - 1)
    else this.#waiting?.delete(key)
  }

  count(): number {
    return this.#waiting?.size ?? 0
  }

  forget(): void {
    this.#waiting = null
  }
}
