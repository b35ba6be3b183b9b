import type { Offered } from './offered.ts'
import type { Left, Waiting } from './waiting.ts'
import type { Watched } from './watched.ts'

/** What this device knew of a board when it was last open. */
export interface Kept extends Left {
  /** The incarnation of the board that `confirmed` belongs to; null when nothing is kept. */
  readonly epoch: number | null
  /** Updates that the server had on its disk, in the order of hearing of them. */
  readonly confirmed: readonly Uint8Array[]
  readonly offered: readonly Offered[]
}

/**
 * What the device keeps of one board for one seat: the last confirmed state and what waits to be saved. Promises: what
 * waits is there after a reload or a crash of the page, but for the last tenth of a second, unless `works` says that the
 * browser keeps nothing; what is written in one call is kept as a whole or not at all; no call throws and none waits,
 * except `open` and `orphans`.
 */
export interface Keeping {
  /** False while the browser refuses to keep anything: storage switched off, full, or blocked. */
  readonly works: Watched<boolean>
  /** With what waited on this page before, and on pages that are gone: all that is this page's now. */
  open(): Promise<Kept>
  /** What pages that have gone since left behind; it is this page's from now on. */
  orphans(): Promise<Left>
  /** Removes what waited under the keys `gone` and adds `made`, both at once. */
  keep(made: readonly Waiting[], gone: readonly string[]): void
  /** The server confirmed another update, of this incarnation of the board. */
  confirm(update: Uint8Array, epoch: number): void
  /** What is kept of any other incarnation is not the board any more. */
  keepEpoch(epoch: number): void
  /** `state` replaces everything confirmed before. */
  confirmAll(state: Uint8Array, epoch: number): void
  /** Removes the offers with the ids `gone` and adds `made`. */
  offer(made: readonly Offered[], gone: readonly string[]): void
  /** The board is not ours to keep any more; what waits and what was offered back stays. */
  forget(): void
  /** Writes what is still on its way. */
  flush(): Promise<void>
  close(): void
}
