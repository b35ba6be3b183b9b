import type { BoardId } from '@momentous/shared/domain/id'
import type { DatabaseSync } from 'node:sqlite'
import { markOf } from '../storage/deleted-mark.ts'
import { boardRecord, linkRecord, seatRecord, type Row } from '../storage/sqlite-row.ts'
import type { BoardRecord, LinkRecord, SeatRecord } from '../storage/storage.ts'
import { versionOf } from '../storage/sqlite-schema.ts'
import { readableRows, readEach } from './readable-rows.ts'
import { openAnyhow } from './repair-folder.ts'
import { NO_WORDS } from './salvage.ts'

interface Of<Thing> {
  readonly board: BoardId
  readonly thing: Thing
}

/** What the folder knows better than any backup: who was let in and shut out since, and what was deleted. */
export interface Since {
  readonly boards: readonly BoardRecord[]
  readonly links: readonly Of<LinkRecord>[]
  readonly seats: readonly Of<SeatRecord>[]
  /** Marks of boards that were deleted. */
  readonly deleted: readonly string[]
  /** False when something of it can't be read. */
  readonly whole: boolean
}

const NOTHING: Since = { boards: [], links: [], seats: [], deleted: [], whole: true }

export function knownSince(home: string, hasDatabase: boolean): Since {
  const db = openAnyhow(home)
  if (db === null) return { ...NOTHING, whole: !hasDatabase }
  const read = <Thing>(table: string, by: string, parse: (row: Row, board: BoardId) => Thing) =>
    readEach(readableRows(db, `select * from ${table}`, by), (row): Of<Thing> => {
      const board = String(row['board'] ?? row['id']) as BoardId
      return { board, thing: parse(row, board) }
    })
  try {
    const boards = read('board', 'id', boardRecord)
    const [links, seats] = [read('link', 'hash', linkRecord), read('seat', 'hash', seatRecord)]
    const marks = marksIn(db)
    return {
      boards: boards.values.map(({ thing }) => thing),
      links: links.values,
      seats: seats.values,
      deleted: marks.rows.map((row) => String(row['board_hash'])),
      whole: [boards, links, seats, marks].every(({ whole }) => whole),
    }
  } finally {
    db.close()
  }
}

/** A folder of an older version knows nothing of what was deleted. */
function marksIn(db: DatabaseSync) {
  if (versionOf(db) === 'older') return { rows: [], whole: true }
  return readableRows(db, 'select board_hash from deleted', 'board_hash')
}

/** Of these boards, those that were deleted since. */
export function deletedSince({ deleted }: Since, ids: readonly string[]): readonly string[] {
  const marks = new Set(deleted)
  return ids.filter((id) => marks.has(markOf(id)))
}

/**
 * Lets the doors of the boards in `db` be as they were last: what is closed in either stays closed, and whoever came
 * since keeps the seat.
 */
export function keepDoors(db: DatabaseSync, { boards, links, seats }: Since): void {
  const ids = new Set<unknown>(
    db
      .prepare('select id from board')
      .all()
      .map(({ id }) => id),
  )
  const putLink = db.prepare(
    `insert into link (hash, board, role, closed) values (?, ?, ?, ?)
     on conflict (hash) do update set closed = max(closed, excluded.closed)`,
  )
  const putSeat = db.prepare(
    `insert into seat (hash, board, id, name, role, workplace, link, closed) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (hash) do update set name = excluded.name, role = excluded.role, workplace = excluded.workplace,
       link = excluded.link, closed = max(closed, excluded.closed)`,
  )
  const putTerms = db.prepare(
    'update board set door = ?, heir = ?, passphrase = ?, delete_at = ?, idle_days = ? where id = ?',
  )
  for (const { board, thing } of links) {
    if (ids.has(board)) putLink.run(thing.hash, board, thing.role, Number(thing.closed))
  }
  for (const { board, thing } of seats) {
    const { hash, id, name, role, workplace, link, closed } = thing
    if (ids.has(board)) putSeat.run(hash, board, id, name, role, workplace, link, Number(closed))
  }
  for (const { id, door, heir, passphrase, deleteAt, idleDays } of boards) {
    // What asks for words that nobody knows may be what a restore is to mend.
    if (passphrase !== NO_WORDS) putTerms.run(door, heir, passphrase, deleteAt, idleDays, id)
  }
}

/** Keeps the marks of what stays deleted, and begins anew with the days of what is here again. */
export function keepDeleted(db: DatabaseSync, { deleted }: Since, now: number): void {
  const mark = db.prepare('insert or ignore into deleted (board_hash) values (?)')
  for (const each of deleted) mark.run(each)
  const unmark = db.prepare('delete from deleted where board_hash = ?')
  for (const { id } of db.prepare('select id from board').all()) unmark.run(markOf(String(id)))
  // Nobody could come while it wasn't there.
  db.prepare('update board set seen_at = ? where idle_days is not null').run(now)
}
