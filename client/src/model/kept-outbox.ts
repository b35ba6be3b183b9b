import type { Keeping } from './keeping.ts'
import { createOutbox, type Change, type Outbox } from './outbox.ts'

/** An outbox whose changes the device keeps until they are saved. */
export interface KeptOutbox extends Outbox {
  /** Takes over what an earlier life of this page, or another page, had left with the device. */
  restore(changes: readonly Change[]): void
  /** Empties the outbox for `anew`; what that adds takes the place of what was there, both at once. */
  renew(anew: (former: readonly Change[]) => void): void
}

/** On the page's own clock: what was left is older than the page. */
const PAGE_BEGAN = 0

export function createKeptOutbox(keeping: Keeping): KeptOutbox {
  const outbox = createOutbox()
  let renewed: Change[] | null = null

  return {
    ...outbox,
    add(change) {
      outbox.add(change)
      if (renewed === null) keeping.keep([change], [])
      else renewed.push(change)
    },
    saved(keys) {
      const done = outbox.saved(keys)
      for (const { update, epoch } of done) if (epoch !== null) keeping.confirm(update, epoch)
      if (done.length > 0)
        keeping.keep(
          [],
          done.map(({ key }) => key),
        )
      return done
    },
    restore(changes) {
      for (const change of changes) outbox.add(change, PAGE_BEGAN)
    },
    renew(anew) {
      const former = outbox.take()
      renewed = []
      anew(former)
      keeping.keep(
        renewed,
        former.map(({ key }) => key),
      )
      renewed = null
    },
  }
}
