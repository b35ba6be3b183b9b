import type { BoardId } from '@momentous/shared/domain/id'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import type { Entry, Storage } from '../../server/src/storage/storage.ts'

/** A storage whose commits wait, or fail, as long as a test says so. */
export interface HeldStorage {
  readonly storage: Storage
  hold(): void
  release(): void
  /** From now on nothing can be written; `false` ends that. */
  fail(failing: boolean): void
  readonly committed: readonly (readonly Entry[])[]
  /** Commits that wait now. */
  readonly waiting: number
}

export function heldStorage(inner: Storage): HeldStorage {
  let gate = Promise.resolve()
  let open: () => void = () => undefined
  let failing = false
  const committed: (readonly Entry[])[] = []
  let waiting = 0
  return {
    committed,
    get waiting() {
      return waiting
    },
    hold() {
      gate = new Promise((resolve) => (open = resolve))
    },
    release: () => open(),
    fail: (next) => void (failing = next),
    storage: {
      ...inner,
      async commit(id: BoardId, entries) {
        waiting++
        await gate
        waiting--
        if (failing) throw new StorageFault('not-saved', id, 'the test says so')
        const head = await inner.commit(id, entries)
        committed.push(entries)
        return head
      },
    },
  }
}
