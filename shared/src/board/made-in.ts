import * as Y from 'yjs'
import type { Board, RawRecord } from './board.ts'
import { recordRoots, type RecordRoot } from './records.ts'

/** What one author wrote in one go: positions in that author's own count, the last one excluded. */
export interface Stretch {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** A record that was made then. */
export interface MadeRecord {
  readonly root: RecordRoot
  readonly id: string
  /** Has anybody written into it since? Where it lies on the wall doesn't count. */
  readonly touched: boolean
}

/** Where something lies is nobody's words. */
const lying: ReadonlySet<string> = new Set(['order', 'place', 'moved', 'z', 'group', 'locked', 'from', 'to', 'removed'])

/** Runs `change` and answers which stretch of the document it wrote. */
export function stretchOf({ doc }: Board, change: () => void): Stretch {
  const client = doc.clientID
  const from = Y.getState(doc.store, client)
  change()
  return { client, from, to: Y.getState(doc.store, client) }
}

/** The records that were made in a stretch and are still there. O(board). */
export function madeIn(board: Board, stretch: Stretch): readonly MadeRecord[] {
  return recordRoots.flatMap((root) =>
    [...board[root]].flatMap(([id, raw]) =>
      isOf(raw._item, stretch) ? [{ root, id, touched: isTouched(raw, stretch) }] : [],
    ),
  )
}

/** Yjs knows who wrote each part of a record, and that is asked of nothing else. */
function isTouched(raw: RawRecord, stretch: Stretch): boolean {
  for (const [key, item] of raw._map) {
    if (lying.has(key)) continue
    if (!isOf(item, stretch)) return true
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.Text && isTextTouched(type, stretch)) return true
  }
  return false
}

/** Words of it are gone, or others are there. */
function isTextTouched(text: Y.Text, stretch: Stretch): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted === isOf(item, stretch)) return true
  }
  return false
}

function isOf(item: Y.Item | null, { client, from, to }: Stretch): boolean {
  return item !== null && item.id.client === client && item.id.clock >= from && item.id.clock < to
}
