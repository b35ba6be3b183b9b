import * as Y from 'yjs'
import { hasPending } from '../rooms/document/pending.ts'
import type { Snapshot, StoredContent } from '../storage/storage.ts'

/** What is left of a board's document: as many snapshots as there are, and updates by their number. */
export interface Remains {
  readonly snapshots: readonly Snapshot[]
  readonly log: ReadonlyMap<number, Uint8Array>
}

/** The newest state without a hole before it: a snapshot and the log behind it, as far as each can be applied. */
export function lastGood({ snapshots, log }: Remains): StoredContent {
  const starts = [...snapshots, null].toSorted((one, other) => (other?.through ?? 0) - (one?.through ?? 0))
  const contents = starts.map((snapshot) => fromSnapshot(snapshot, log)).filter((content) => content !== null)
  // The first of the furthest: it has the newest snapshot.
  return contents.reduce((best, content) => (content.head > best.head ? content : best))
}

/** Null when not even the snapshot can be applied. */
function fromSnapshot(snapshot: Snapshot | null, log: ReadonlyMap<number, Uint8Array>): StoredContent | null {
  const doc = new Y.Doc()
  if (snapshot !== null && !applies(doc, snapshot.whole)) return null
  const updates: Uint8Array[] = []
  let head = snapshot?.through ?? 0
  for (let next = log.get(head + 1); next !== undefined && applies(doc, next); next = log.get(head + 1)) {
    updates.push(next)
    head++
  }
  doc.destroy()
  return { head, snapshot, updates }
}

/** False when the update can't be read, or builds on something that isn't there. */
function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update)
  } catch {
    return false
  }
  return !hasPending(doc)
}

export function documentOf({ snapshot, updates }: StoredContent): Y.Doc {
  const doc = new Y.Doc()
  if (snapshot !== null) Y.applyUpdate(doc, snapshot.whole)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** True when all of it can be applied and nothing is missing. */
export function isSound(content: StoredContent): boolean {
  const { snapshot, updates, head } = content
  const log = new Map(updates.map((bytes, index) => [(snapshot?.through ?? 0) + 1 + index, bytes]))
  return fromSnapshot(snapshot, log)?.head === head
}
