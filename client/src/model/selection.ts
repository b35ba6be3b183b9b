import type { MomentId } from '@momentous/shared/domain/id'

/** The moments that this person has selected, and the one that the arrows walk from. */
export interface Selection {
  ids(): ReadonlySet<MomentId>
  has(id: MomentId): boolean
  /** The last one touched, if it is still selected. */
  lead(): MomentId | null
  set(ids: Iterable<MomentId>): void
  toggle(id: MomentId): void
  clear(): void
  /** Drops what no longer exists. */
  keep(exists: (id: MomentId) => boolean): void
  subscribe(listener: () => void): () => void
}

export function createSelection(): Selection {
  let ids: ReadonlySet<MomentId> = new Set()
  let lead: MomentId | null = null
  const listeners = new Set<() => void>()

  const replace = (next: ReadonlySet<MomentId>, last: MomentId | null) => {
    const same = next.size === ids.size && [...next].every((id) => ids.has(id))
    if (same && last === lead) return
    ids = next
    lead = last !== null && next.has(last) ? last : ([...next].at(-1) ?? null)
    for (const listener of [...listeners]) listener()
  }

  return {
    ids: () => ids,
    has: (id) => ids.has(id),
    lead: () => lead,
    set(next) {
      const all = [...next]
      replace(new Set(all), all.at(-1) ?? null)
    },
    toggle(id) {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      replace(next, id)
    },
    clear: () => replace(new Set(), null),
    keep(exists) {
      if ([...ids].every(exists)) return
      replace(new Set([...ids].filter(exists)), lead)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
