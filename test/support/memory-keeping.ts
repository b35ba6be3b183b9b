import type { Offered } from '../../client/src/model/offered.ts'
import { cell } from '../../client/src/model/cell.ts'
import type { Keeping } from '../../client/src/model/keeping.ts'
import { leftOf, type Waiting } from '../../client/src/model/waiting.ts'

/** A device that keeps for as long as the test lives. */
export function createMemoryKeeping(): Keeping {
  let epoch: number | null = null
  let confirmed: readonly Uint8Array[] = []
  const offers = new Map<string, Offered>()
  const waiting = new Map<string, Waiting>()
  const keepEpoch = (its: number) => {
    if (its !== epoch) confirmed = []
    epoch = its
  }
  return {
    works: cell(true),
    open: () => Promise.resolve({ epoch, confirmed, ...leftOf(waiting.values()), offered: [...offers.values()] }),
    orphans: () => Promise.resolve(leftOf([])),
    keep(made, gone) {
      for (const key of gone) waiting.delete(key)
      for (const each of made) waiting.set(each.key, each)
    },
    confirm(update, its) {
      if (its === epoch) confirmed = [...confirmed, update]
    },
    confirmAll(state, its) {
      confirmed = [state]
      epoch = its
    },
    keepEpoch,
    offer(made, gone) {
      for (const id of gone) offers.delete(id)
      for (const each of made) offers.set(each.id, each)
    },
    forget() {
      confirmed = []
      epoch = null
    },
    flush: () => Promise.resolve(),
    close() {},
  }
}
