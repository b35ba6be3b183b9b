import * as Y from 'yjs'
import type { Snapshot, StoredContent } from '../../storage/storage.ts'
import { findCuts, piecesOf, writeCuts } from './cuts.ts'
import { hasPending } from './pending.ts'

/**
 * Makes a snapshot of what is stored: the updates replayed into a fresh document, which is much faster than merging them,
 * and written down as one. Throws rather than make one of a document that isn't whole, or that its pieces wouldn't give
 * back.
 */
export function compactContent({ head, snapshot, updates }: StoredContent): Snapshot {
  const doc = replay([...(snapshot === null ? [] : [snapshot.whole]), ...updates])
  const whole = Y.encodeStateAsUpdate(doc)
  const vector = Y.encodeStateVector(doc)
  doc.destroy()
  const cuts = findCuts(whole)
  const again = replay(piecesOf(whole, cuts))
  if (!Buffer.from(Y.encodeStateAsUpdate(again)).equals(whole)) throw new Error('Its pieces are another document.')
  again.destroy()
  return { through: head, whole, vector, cuts: writeCuts(cuts) }
}

function replay(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) {
    Y.applyUpdate(doc, update)
    if (hasPending(doc)) throw new Error('An update is missing.')
  }
  return doc
}
