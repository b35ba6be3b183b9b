import { cell } from './cell.ts'
import type { Outbox } from './outbox.ts'
import type { Watched } from './watched.ts'

/** A note is only marked as unsaved when the server has had this long. */
const UNSAVED_MS = 1500

const NONE: ReadonlySet<string> = new Set()

/** The records whose changes have waited for too long to be called saved. */
export function createUnsaved(
  outbox: Pick<Outbox, 'records' | 'since' | 'subscribe'>,
  now: () => number = () => performance.now(),
): Watched<ReadonlySet<string>> {
  const unsaved = cell(NONE)
  let timer: ReturnType<typeof setTimeout> | null = null

  const look = () => {
    const next = outbox.since() === null ? NONE : outbox.records(now() - UNSAVED_MS)
    const former = unsaved.get()
    if (next.size !== former.size || [...next].some((id) => !former.has(id))) unsaved.set(next)
    if (outbox.since() !== null) {
      timer ??= setTimeout(() => {
        timer = null
        look()
      }, UNSAVED_MS)
    }
  }
  outbox.subscribe(look)
  return unsaved
}
