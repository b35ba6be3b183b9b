import type { Waiting } from './waiting.ts'
import type { Batch } from './shelves.ts'

/** What waits, on its way to the device's storage. */
export interface WriteBehind {
  add(made: readonly Waiting[], gone: readonly string[]): void
  flush(): Promise<void>
}

/** Ten letters a second are ten changes, and one write; what the server has saved by then is never written at all. */
const TOGETHER_MS = 100
const AGAIN_MS = 5000

/** Gathers what is to be written; `write` answers whether it was. What was not is tried again, with what came since. */
export function createWriteBehind(write: (batch: Batch) => Promise<boolean>): WriteBehind {
  let made = new Map<string, Waiting>()
  let gone = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let last: Promise<void> = Promise.resolve()

  const soon = (ms: number) => {
    timer ??= setTimeout(() => void flush(), ms)
  }
  const put = async () => {
    const [more, less] = [made, gone]
    if (more.size + less.size === 0) return
    made = new Map()
    gone = new Set()
    if (await write({ made: [...more.values()], gone: [...less] })) return
    for (const [key, each] of more) if (!gone.has(key) && !made.has(key)) made.set(key, each)
    for (const key of less) gone.add(key)
    soon(AGAIN_MS)
  }
  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    // The first write begins within this call: a page that is being put aside may get no further.
    last = last.then(put)
    return last
  }
  return {
    add(more, less) {
      for (const key of less) {
        if (!made.delete(key)) gone.add(key)
      }
      for (const each of more) made.set(each.key, each)
      soon(TOGETHER_MS)
    },
    flush,
  }
}
