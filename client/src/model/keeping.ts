import type { Offered } from './board-store.ts'
import type { Change } from './outbox.ts'

/** What this device knew of a board when it was last open. */
export interface Kept {
  /** The incarnation of the board that `confirmed` belongs to; null when nothing is kept. */
  readonly epoch: number | null
  /** Updates that the server had on its disk, in the order of hearing of them. */
  readonly confirmed: readonly Uint8Array[]
  /** Changes of this page's earlier life, and of pages that are gone. */
  readonly changes: readonly Change[]
  readonly offered: readonly Offered[]
}

/**
 * What the device keeps of one board: the last confirmed state and what waits to be saved. Promises: changes that were
 * added are there after a reload, unless the browser refuses to keep anything; what is written in one call is kept as a
 * whole or not at all; no call throws and none waits, except `open`.
 */
export interface Keeping {
  open(): Promise<Kept>
  /** Removes the changes with the keys `gone` and adds `made`, both at once. */
  keep(made: readonly Change[], gone: readonly string[]): void
  /** The server confirmed another update. */
  confirm(update: Uint8Array): void
  /** The incarnation that everything confirmed from now on belongs to. */
  keepEpoch(epoch: number): void
  /** `state` replaces everything confirmed before. */
  confirmAll(state: Uint8Array, epoch: number): void
  offer(offered: readonly Offered[]): void
  /** The board is not ours to keep any more; unsaved changes stay. */
  forget(): void
  /** Writes what is still on its way. */
  flush(): Promise<void>
  close(): void
}

/** Keeps for as long as the page lives: where the browser has no storage, and in tests. */
export function createMemoryKeeping(): Keeping {
  let epoch: number | null = null
  let confirmed: readonly Uint8Array[] = []
  let offered: readonly Offered[] = []
  const changes = new Map<string, Change>()
  return {
    open: () => Promise.resolve({ epoch, confirmed, changes: [...changes.values()], offered }),
    keep(made, gone) {
      for (const key of gone) changes.delete(key)
      for (const change of made) changes.set(change.key, change)
    },
    confirm(update) {
      confirmed = [...confirmed, update]
    },
    confirmAll(state, its) {
      confirmed = [state]
      epoch = its
    },
    keepEpoch(its) {
      epoch = its
    },
    offer(next) {
      offered = next
    },
    forget() {
      confirmed = []
      epoch = null
    },
    flush: () => Promise.resolve(),
    close() {},
  }
}
