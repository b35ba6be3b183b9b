import type { BoardId } from '@momentous/shared/domain/id'
import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { CopiedBoard } from '../storage/board-file.ts'
import { columns, type Row } from '../storage/sqlite-row.ts'
import { snapshotRecord } from '../storage/sqlite-snapshot.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import type { Snapshot } from '../storage/storage.ts'
import type { Remains } from './last-good.ts'
import { readableRows, readEach } from './readable-rows.ts'

/** Everything of a document that carries its right checksum, out of the database and the board's own file. */
export function remainsOf(
  db: DatabaseSync | null,
  id: BoardId,
  copy: CopiedBoard | null,
): Remains & { newest: number } {
  const log = new Map<number, Uint8Array>()
  const snapshots: Snapshot[] = []
  if (copy !== null) {
    if (copy.snapshot !== null) snapshots.push(copy.snapshot)
    for (const [index, bytes] of copy.updates.entries()) log.set(copy.through + 1 + index, bytes)
  }
  let newest = copy?.head ?? 0
  if (db !== null) {
    const rows = readableRows(db, 'select seq, crc, bytes from log where board = ?', 'seq', id)
    for (const { seq } of rows.rows) newest = Math.max(newest, Number(seq))
    for (const [number, bytes] of readEach(rows, (row) => updateRow(row, id)).values) log.set(number, bytes)
    snapshots.push(...snapshotsIn(db, id))
  }
  for (const { through } of snapshots) newest = Math.max(newest, through)
  return { snapshots, log, newest }
}

function updateRow(row: Row, id: BoardId): readonly [number, Uint8Array] {
  const read = columns(row, id)
  const bytes = read.bytes('bytes')
  if (row['crc'] !== crc32(bytes)) throw new StorageFault('damaged-board', id)
  return [read.whole('seq'), bytes]
}

function snapshotsIn(db: DatabaseSync, id: BoardId): readonly Snapshot[] {
  // Not by an index, which may be what is damaged; and each by itself: a snapshot is large and lies on many pages.
  const places = readableRows(db, 'select rowid as place from snapshot not indexed where board = ?', 'place', id).rows
  return places.flatMap(({ place }) => {
    const rows = readableRows(db, 'select * from snapshot where rowid = ?', 'seq', Number(place))
    return readEach(rows, (row) => snapshotRecord(row, id)).values.filter((snapshot) => snapshot !== null)
  })
}
