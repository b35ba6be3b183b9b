import * as Y from 'yjs'
import { listeners, type Listeners } from '@momentous/shared/scene/listeners'

type Raw = Y.Map<unknown>

/** A live, read-only view of one kind of record: every record is a frozen snapshot that changes identity only when it changed. */
export interface Collection<Id extends string, Value> {
  get(id: Id): Value | undefined
  /** The same list until a record comes or goes. */
  ids(): readonly Id[]
  /** The same list until any record changes. */
  all(): readonly Value[]
  /** With an id: called when that record changes, comes or goes. Without: when any record comes or goes. */
  subscribe(listener: () => void, id?: Id): () => void
  /** Called with everything that changed at once; `before` gives the records as they were. */
  subscribeChanges(listener: (ids: ReadonlySet<Id>, before: (id: Id) => Value | undefined) => void): () => void
}

/** The same, for its owner: follows a map, and moves over to another document's map without losing a listener. */
export interface Followed<Id extends string, Value> extends Collection<Id, Value> {
  follow(source: Y.Map<Raw>): void
}

export function createCollection<Id extends string, Value>(read: (id: Id, raw: Raw) => Value): Followed<Id, Value> {
  const values = new Map<Id, Value>()
  const byId = new Map<Id, Listeners>()
  const membership = listeners()
  const changes = listeners<[ReadonlySet<Id>, (id: Id) => Value | undefined]>()
  let ids: readonly Id[] = []
  let all: readonly Value[] | null = null
  let source: Y.Map<Raw> | null = null

  const take = (id: Id, raw: Raw | undefined): boolean => {
    const had = values.has(id)
    if (raw instanceof Y.Map) values.set(id, read(id, raw))
    else values.delete(id)
    return had !== values.has(id)
  }

  const refresh = (changed: ReadonlySet<Id>) => {
    if (source === null || changed.size === 0) return
    let moved = false
    const former = new Map<Id, Value | undefined>()
    for (const id of changed) {
      former.set(id, values.get(id))
      moved = take(id, source.get(id)) || moved
    }
    all = null
    if (moved) ids = [...values.keys()]
    for (const id of changed) byId.get(id)?.tell()
    changes.tell(changed, (id) => former.get(id))
    if (moved) membership.tell()
  }

  const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => refresh(touched(events, source))

  return {
    get: (id) => values.get(id),
    ids: () => ids,
    all: () => (all ??= [...values.values()]),
    subscribe(listener, id) {
      if (id === undefined) return membership.add(listener)
      const own = byId.get(id) ?? listeners()
      byId.set(id, own)
      return own.add(listener)
    },
    subscribeChanges: changes.add,
    follow(next) {
      source?.unobserveDeep(observe)
      source = next
      next.observeDeep(observe)
      refresh(different(values, next, read))
    },
  }
}

/** The ids of the records that a transaction changed. */
function touched<Id extends string>(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  source: Y.Map<Raw> | null,
): ReadonlySet<Id> {
  const changed = new Set<Id>()
  for (const event of events) {
    if (event.target === source) for (const key of event.keys.keys()) changed.add(key as Id)
    else changed.add(event.path[0] as Id)
  }
  return changed
}

/** The ids that read differently in another document; a record that reads the same keeps its snapshot. */
function different<Id extends string, Value>(
  values: ReadonlyMap<Id, Value>,
  next: Y.Map<Raw>,
  read: (id: Id, raw: Raw) => Value,
): ReadonlySet<Id> {
  const changed = new Set<Id>()
  for (const id of values.keys()) if (!next.has(id)) changed.add(id)
  for (const [key, raw] of next) {
    const id = key as Id
    const known = values.get(id)
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(read(id, raw))) changed.add(id)
  }
  return changed
}
