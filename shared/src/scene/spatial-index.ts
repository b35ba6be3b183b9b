import RBush from 'rbush'
import type { Rect } from './geometry.ts'

interface Entry<Id> {
  readonly id: Id
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Which rectangles lie where: for culling, hits and the selection rectangle. */
export interface SpatialIndex<Id> {
  /** Replaces the id's rectangle if it had one. */
  put(id: Id, rect: Rect): void
  remove(id: Id): void
  /** Replaces everything; much faster than single puts. */
  load(all: Iterable<readonly [Id, Rect]>): void
  within(rect: Rect): Id[]
}

const box = <Id>(id: Id, { x, y, w, h }: Rect): Entry<Id> => ({ id, minX: x, minY: y, maxX: x + w, maxY: y + h })

export function createSpatialIndex<Id>(): SpatialIndex<Id> {
  const tree = new RBush<Entry<Id>>(16)
  const entries = new Map<Id, Entry<Id>>()

  const remove = (id: Id) => {
    const known = entries.get(id)
    if (!known) return
    tree.remove(known)
    entries.delete(id)
  }

  return {
    remove,
    put(id, rect) {
      const next = box(id, rect)
      const known = entries.get(id)
      if (known) {
        if (
          known.minX === next.minX &&
          known.minY === next.minY &&
          known.maxX === next.maxX &&
          known.maxY === next.maxY
        )
          return
        tree.remove(known)
      }
      entries.set(id, next)
      tree.insert(next)
    },
    load(all) {
      tree.clear()
      entries.clear()
      for (const [id, rect] of all) entries.set(id, box(id, rect))
      tree.load([...entries.values()])
    },
    within: ({ x, y, w, h }) => tree.search({ minX: x, minY: y, maxX: x + w, maxY: y + h }).map((entry) => entry.id),
  }
}
