import type * as Y from 'yjs'

/** True when the document holds parts that it can't place; such a document is neither served nor kept. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}
