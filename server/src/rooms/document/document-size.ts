import * as Y from 'yjs'
import type { StoredContent } from '../../storage/storage.ts'
import { limits } from '../limits.ts'

/** `full`: nothing is added any more, but changed and taken away. `over`: nothing but taken away. */
export type Fullness = 'room' | 'full' | 'over'

export interface DocumentSize {
  /** How much room is left. */
  fullness(): Fullness
  /** Is there room for something of this weight? */
  takes(weight: SizeBounds): boolean
  /** Is it time to tell people, while they can still add something? */
  isNearlyFull(): boolean
  /** A change of so many bytes is in the document now. */
  grew(bytes: number): void
}

export interface SizeBounds {
  readonly parts: number
  readonly bytes: number
}
const bounds: SizeBounds = { parts: limits.boardParts, bytes: limits.boardBytes }

/**
 * How much of what a board may hold it holds, with everything that was ever deleted: what is drawn and erased, or set and
 * set again without end, leaves something behind each time. Counted as it grows, and looked at closely only near the bound.
 */
export function documentSize(doc: Y.Doc, stored: number, most: SizeBounds = bounds): DocumentSize {
  let bytes = stored
  let exact = 0
  let parts = partsOf(doc)
  let unlooked = 0

  /** What was deleted since is no longer in it. A close look at a large board takes a while, so it must have grown since. */
  function lookClosely(): void {
    if (bytes < most.bytes * NEARLY || bytes < exact * 1.1) return
    exact = Y.encodeStateAsUpdate(doc).length
    bytes = exact
  }

  function shareOf(): number {
    lookClosely()
    return Math.max(bytes / most.bytes, parts / most.parts)
  }

  return {
    grew(by) {
      bytes += by
      if (++unlooked < LOOK_EVERY) return
      unlooked = 0
      parts = partsOf(doc)
    },
    fullness() {
      const share = shareOf()
      return share < 1 ? 'room' : share < LEEWAY ? 'full' : 'over'
    },
    takes(weight) {
      lookClosely()
      return bytes + weight.bytes < most.bytes && partsOf(doc) + weight.parts < most.parts
    },
    isNearlyFull: () => shareOf() >= NEARLY,
  }
}

/** What is stored of a board's document, in bytes. */
export function storedBytes({ snapshot, updates }: StoredContent): number {
  return updates.reduce((sum, { length }) => sum + length, snapshot?.whole.length ?? 0)
}

const LOOK_EVERY = 100
const NEARLY = 0.8
/** Who is told that a board is full can still tidy it up. */
const LEEWAY = 1.25

/** Each change looks at every author once, so one of them counts as much as many parts. */
const AUTHOR = 30

function partsOf(doc: Y.Doc): number {
  let parts = doc.store.clients.size * AUTHOR
  for (const structs of doc.store.clients.values()) parts += structs.length
  return parts
}
