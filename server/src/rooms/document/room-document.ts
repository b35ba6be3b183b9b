import { openBoard, type Board } from '@momentous/shared/board/board'
import type { BoardId } from '@momentous/shared/domain/id'
import * as Y from 'yjs'
import { StorageFault } from '../../storage/storage-fault.ts'
import type { StoredContent } from '../../storage/storage.ts'
import { cutsOf, piecesOf } from './cuts.ts'
import { documentSize, storedBytes, type DocumentSize } from './document-size.ts'
import { limits } from '../limits.ts'
import { hasPending } from './pending.ts'
import type { Stretch } from './stretches.ts'
import { documentFrame } from './sync.ts'

export interface RoomDocument {
  readonly doc: Y.Doc
  readonly board: Board
  /** What somebody with this state vector lacks, as a frame. The same question again costs nothing until something changes. */
  answerTo(vector: Uint8Array): Uint8Array
  readonly size: DocumentSize
}

/**
 * Builds the document from stored bytes, a few milliseconds at a time. Answers null when nobody wants it any more;
 * rejects with `damaged-board`.
 */
export async function buildDocument(
  board: BoardId,
  content: StoredContent,
  stretch: Stretch,
  isWanted: () => boolean = () => true,
): Promise<RoomDocument | null> {
  const doc = new Y.Doc()
  try {
    await stretch()
    let since = performance.now()
    for (const update of updatesIn(content)) {
      if (!isWanted()) break
      Y.applyUpdate(doc, update)
      if (performance.now() - since < limits.slice) continue
      await stretch()
      since = performance.now()
    }
  } catch (error) {
    doc.destroy()
    throw new StorageFault('damaged-board', board, String(error))
  }
  if (!isWanted()) {
    doc.destroy()
    return null
  }
  if (hasPending(doc)) throw new StorageFault('damaged-board', board, 'an update is missing')
  return { doc, board: openBoard(doc), answerTo: answersOf(doc), size: documentSize(doc, storedBytes(content)) }
}

/** People who come back together ask the same. */
function answersOf(doc: Y.Doc): RoomDocument['answerTo'] {
  let last: { readonly vector: Uint8Array; readonly frame: Uint8Array } | null = null
  // Not 'update': whoever listens to that has Yjs write each change that it has just read.
  doc.on('afterTransaction', () => (last = null))
  return (vector) => {
    if (last === null || !Buffer.from(last.vector).equals(vector)) {
      last = { vector: vector.slice(), frame: documentFrame(Y.encodeStateAsUpdate(doc, vector)) }
    }
    return last.frame
  }
}

function* updatesIn({ snapshot, updates }: StoredContent): Generator<Uint8Array> {
  if (snapshot !== null) yield* piecesOf(snapshot.whole, cutsOf(snapshot))
  yield* updates
}

/** Runs `change` and answers the updates that it made, in order. */
export function updatesOf(doc: Y.Doc, change: () => void): readonly Uint8Array[] {
  const updates: Uint8Array[] = []
  const take = (update: Uint8Array) => void updates.push(update)
  doc.on('update', take)
  try {
    change()
  } finally {
    doc.off('update', take)
  }
  return updates
}
