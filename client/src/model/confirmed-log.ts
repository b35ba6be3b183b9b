import * as Y from 'yjs'
import type { Keeping } from './keeping.ts'

/** What the device keeps of what the server has on its disk. */
export interface ConfirmedLog {
  /** The incarnation of the board; null until the server or the device's copy has said it. */
  epoch(): number | null
  begin(epoch: number | null): void
  heard(update: Uint8Array): void
  /** So many changes of our own were confirmed. */
  grew(by: number): void
  /** Everything starts over with this document. */
  startOver(doc: Y.Doc): void
}

/** As many confirmed updates are kept one by one before they are worth writing as one state. */
const LOG_MAX = 1000

/** `quiet` says that nothing unconfirmed is in `doc` at the moment. */
export function createConfirmedLog(keeping: Keeping, doc: () => Y.Doc, quiet: () => boolean): ConfirmedLog {
  let epoch: number | null = null
  let length = 0

  const writeState = (from: Y.Doc) => {
    length = 0
    if (epoch !== null) keeping.confirmAll(Y.encodeStateAsUpdate(from), epoch)
  }
  const grew = (by: number) => {
    length += by
    if (length >= LOG_MAX && quiet()) writeState(doc())
  }
  return {
    epoch: () => epoch,
    begin(its) {
      if (its !== null && its !== epoch) keeping.keepEpoch(its)
      epoch = its
    },
    heard(update) {
      if (epoch !== null) keeping.confirm(update, epoch)
      grew(1)
    },
    grew,
    startOver: writeState,
  }
}
