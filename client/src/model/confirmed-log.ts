import * as Y from 'yjs'
import type { Keeping } from './keeping.ts'

/** What the device keeps of what the server has on its disk. */
export interface ConfirmedLog {
  /** The incarnation of the board; null until the server or the device's copy has said it. */
  epoch(): number | null
  /** `kept` is what the device has of it already. */
  begin(epoch: number | null, kept?: readonly Uint8Array[]): void
  /** An update of the server's; one that changed nothing is kept only where nothing else is. */
  heard(update: Uint8Array, changed: boolean): void
  /** So many changes of our own were confirmed. */
  grew(by: number): void
  /** Everything starts over with this document. */
  startOver(doc: Y.Doc): void
}

/** As many confirmed updates are kept one by one before they are worth writing as one state. */
const LOG_MAX = 1000
/** Or as many bytes, and more than the state that they were added to: the device keeps twice a board at most. */
const BYTES_MAX = 100_000

/** `quiet` says that nothing unconfirmed is in `doc` at the moment. */
export function createConfirmedLog(keeping: Keeping, doc: () => Y.Doc, quiet: () => boolean): ConfirmedLog {
  let epoch: number | null = null
  let state = 0
  let length = 0
  let bytes = 0

  const startWith = (first: number) => {
    state = first
    length = 0
    bytes = 0
  }
  const writeState = (from: Y.Doc) => {
    if (epoch === null) return startWith(0)
    const whole = Y.encodeStateAsUpdate(from)
    startWith(whole.length)
    keeping.confirmAll(whole, epoch)
  }
  const grew = (by: number) => {
    length += by
    const long = length >= LOG_MAX || bytes > Math.max(state, BYTES_MAX)
    if (long && quiet()) writeState(doc())
  }
  return {
    epoch: () => epoch,
    begin(its, kept = []) {
      if (its !== null && its !== epoch) keeping.keepEpoch(its)
      if (its !== epoch) startWith(0)
      epoch = its
      const [first, ...more] = kept
      if (first === undefined) return
      startWith(first.length)
      // Written anew with what comes next, if it is long: whoever opens a board doesn't wait for that.
      length = more.length
      bytes = more.reduce((sum, update) => sum + update.length, 0)
    },
    heard(update, changed) {
      const isFirst = state + length === 0
      if (!changed && !isFirst) return
      if (epoch !== null) keeping.confirm(update, epoch)
      if (isFirst) return startWith(update.length)
      bytes += update.length
      grew(1)
    },
    grew,
    startOver: writeState,
  }
}
