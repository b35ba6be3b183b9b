import type { MomentId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Wall } from './wall.ts'

/** The pieces that this person has selected, and the moment that the arrows walk from. */
export interface Selection {
  /** The moments among them. */
  ids(): ReadonlySet<MomentId>
  /** All of them, in the order in which they were selected. */
  pieces(): ReadonlySet<PieceId>
  has(id: PieceId): boolean
  /** The last moment touched, if it is still selected. */
  lead(): MomentId | null
  set(ids: Iterable<PieceId>): void
  toggle(id: PieceId): void
  clear(): void
  /** Drops what no longer exists. */
  keep(exists: (id: PieceId) => boolean): void
  subscribe(listener: () => void): () => void
}

export function createSelection({ moment }: Pick<Wall, 'moment'>): Selection {
  let pieces: ReadonlySet<PieceId> = new Set()
  let ids: ReadonlySet<MomentId> = new Set()
  let lead: MomentId | null = null
  const listeners = new Set<() => void>()

  const replace = (next: ReadonlySet<PieceId>, last: PieceId | null) => {
    const moments = [...next].flatMap((id) => moment(id)?.id ?? [])
    const touched = moments.find((id) => id === last) ?? null
    const same = next.size === pieces.size && [...next].every((id) => pieces.has(id))
    if (same && touched === lead) return
    pieces = next
    ids = new Set(moments)
    lead = touched ?? moments.at(-1) ?? null
    for (const listener of [...listeners]) listener()
  }

  return {
    ids: () => ids,
    pieces: () => pieces,
    has: (id) => pieces.has(id),
    lead: () => lead,
    set(next) {
      const all = [...next]
      replace(new Set(all), all.at(-1) ?? null)
    },
    toggle(id) {
      const next = new Set(pieces)
      if (!next.delete(id)) next.add(id)
      replace(next, id)
    },
    clear: () => replace(new Set(), null),
    keep(exists) {
      if ([...pieces].every(exists)) return
      replace(new Set([...pieces].filter(exists)), lead)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
