import type { MomentId } from '@momentous/shared/domain/id'
import type { BoardStore } from './board-store.ts'

/** What others did with moments, counted: who it was is nobody's business. */
export interface OthersDeeds {
  readonly added: number
  readonly removed: number
}

/**
 * Tells of moments that others put on the wall or in the bin, each of them once and as soon as it has words. Returns
 * the way to stop.
 */
export function hearOthers(
  { records: { moments }, waiting }: Pick<BoardStore, 'records' | 'waiting'>,
  tell: (deeds: OthersDeeds) => void,
): () => void {
  const known = new Set<MomentId>(moments.ids())
  return moments.subscribeChanges((ids, before) => {
    const fresh = [...ids].filter((id) => !known.has(id) && moments.get(id)?.removed === false)
    const written = fresh.filter((id) => moments.get(id)?.text.trim() !== '')
    const gone = [...ids].filter((id) => moments.get(id)?.removed === true && before(id)?.removed === false)
    const removed = gone.filter((id) => before(id)?.text.trim() !== '').length
    if (fresh.length + removed === 0) return
    const waited = waiting.get()
    // A change of one's own begins to wait for the server right after it was made.
    queueMicrotask(() => {
      const own = waiting.get() > waited
      for (const id of own ? fresh : written) known.add(id)
      if (!own && written.length + removed > 0) tell({ added: written.length, removed })
    })
  })
}
