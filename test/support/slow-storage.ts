import { setTimeout as wait } from 'node:timers/promises'
import type { Storage } from '../../server/src/storage/storage.ts'

/** A storage on a disk that needs so many milliseconds a commit, one after the other; what arrives meanwhile goes with the next. */
export function slowStorage(inner: Storage, milliseconds: number, committed: () => void): Storage {
  let turning: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  function turn(): Promise<void> {
    next ??= turning.then(async () => {
      turning = next ?? turning
      next = null
      committed()
      await wait(milliseconds)
    })
    return next
  }
  return {
    ...inner,
    async commit(id, entries) {
      await turn()
      return inner.commit(id, entries)
    },
  }
}
