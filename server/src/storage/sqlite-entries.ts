import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { Commit } from './commit-queue.ts'
import { markOf } from './deleted-mark.ts'
import { hookWriter } from './sqlite-hook.ts'
import { tablesOfBoard } from './sqlite-schema.ts'
import { checksum } from './sqlite-snapshot.ts'
import { StorageFault } from './storage-fault.ts'
import {
  COMMANDS_REMEMBERED,
  type BoardRecord,
  type Entry,
  type LinkRecord,
  type SeatRecord,
  type Snapshot,
} from './storage.ts'

/** Writes the entries of one commit inside the open transaction; answers the board's new head, or throws. */
export type WriteEntries = (commit: Commit) => number

export function entryWriter(db: DatabaseSync): WriteEntries {
  const verbs = entryVerbs(db)
  const headOf = db.prepare('select head from board where id = ?')
  const setHead = db.prepare('update board set head = ? where id = ?')

  return ({ board, entries }) => {
    if (entries[0]?.kind === 'board-created') verbs.createBoard(board, entries[0].record)
    const row = headOf.get(board)
    if (row === undefined) throw new StorageFault('no-such-board', board)
    const before = Number(row['head'])
    let head = before
    for (const entry of entries) head = verbs.write(board, entry, head)
    if (head !== before) setHead.run(head, board)
    return head
  }
}

function entryVerbs(db: DatabaseSync) {
  const { createBoard, changeBoard } = recordVerbs(db)
  const putGlance = db.prepare('update board set glance = ? where id = ?')
  const deletions = tablesOfBoard.map(([table, column]) => db.prepare(`delete from ${table} where ${column} = ?`))
  const remember = db.prepare('insert or ignore into deleted (board_hash) values (?)')
  const append = db.prepare('insert into log (board, seq, crc, bytes) values (?, ?, ?, ?)')
  const claim = claimVerb(db)
  const putRow = db.prepare('insert or replace into vault (board, key, bytes) values (?, ?, ?)')
  const deleteRow = db.prepare('delete from vault where board = ? and key = ?')
  const commandDone = db.prepare(
    'insert or ignore into command (board, id, era) select ?, ?, era from board where id = ?',
  )
  const { putSeat, putLink } = doorVerbs(db)
  const images = imageVerbs(db)
  const hooks = hookWriter(db)
  const snapshots = snapshotVerbs(db)

  /** Returns the number of the board's last update after the entry. */
  function write(board: BoardId, entry: Entry, head: number): number {
    if (entry.kind === 'update') {
      append.run(board, head + 1, crc32(entry.bytes), entry.bytes)
      return head + 1
    }
    writeFact(board, entry, head)
    return head
  }

  function writeFact(board: BoardId, entry: Exclude<Entry, { kind: 'update' }>, head: number): void {
    switch (entry.kind) {
      case 'board-created':
        return
      case 'board-changed':
        return changeBoard(board, entry.record)
      case 'board-deleted':
        deletions.forEach((deletion) => done(deletion, board))
        return done(remember, markOf(board))
      case 'glance':
        return done(putGlance, entry.glance, board)
      case 'snapshot':
        return snapshots(board, entry.snapshot, head, entry.alone === true)
      case 'image':
      case 'image-dropped':
        return images(board, entry)
      case 'client-id':
        return claim(board, entry.client, entry.seat)
      case 'vault-put':
        return done(putRow, board, entry.key, entry.bytes)
      case 'vault-deleted':
        return done(deleteRow, board, entry.key)
      case 'seat':
        return putSeat(board, entry.seat)
      case 'link':
        return putLink(board, entry.link)
      case 'command-done':
        return done(commandDone, board, entry.id, board)
      default:
        return hooks(board, entry)
    }
  }

  return { write, createBoard }
}

function done(statement: StatementSync, ...values: SQLInputValue[]): void {
  statement.run(...values)
}

function doorVerbs(db: DatabaseSync) {
  const seat = db.prepare(
    'insert or replace into seat (hash, board, id, name, role, workplace, link, closed) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const link = db.prepare('insert or replace into link (hash, board, role, closed) values (?, ?, ?, ?)')
  return {
    putSeat(board: BoardId, { hash, id, name, role, workplace, link: by, closed }: SeatRecord): void {
      done(seat, hash, board, id, name, role, workplace, by, Number(closed))
    },
    putLink(board: BoardId, { hash, role, closed }: LinkRecord): void {
      done(link, hash, board, role, Number(closed))
    },
  }
}

function imageVerbs(db: DatabaseSync) {
  const put = db.prepare('insert or ignore into image (board, hash, bytes) values (?, ?, ?)')
  const drop = db.prepare('delete from image where board = ? and hash = ?')
  return (board: BoardId, entry: Extract<Entry, { kind: 'image' | 'image-dropped' }>): void => {
    if (entry.kind === 'image') done(put, board, entry.hash, entry.bytes)
    else done(drop, board, entry.hash)
  }
}

function recordVerbs(db: DatabaseSync) {
  const insert = db.prepare(
    'insert into board (id, epoch, head, door, created_at) values (?, 0, 0, ?, ?) on conflict do nothing',
  )
  const update = db.prepare(
    'update board set epoch = ?, door = ?, heir = ?, passphrase = ?, delete_at = ?, idle_days = ?, seen_at = ? where id = ?',
  )
  function changeBoard(board: BoardId, record: BoardRecord): void {
    const { epoch, door, heir, passphrase, deleteAt, idleDays, seenAt } = record
    done(update, epoch, door, heir, passphrase, deleteAt, idleDays, seenAt, board)
  }
  return {
    changeBoard,
    createBoard(board: BoardId, record: BoardRecord): void {
      const made = insert.run(board, record.door, record.createdAt)
      if (made.changes === 0) throw new StorageFault('board-exists', board)
      changeBoard(board, record)
    },
  }
}

/** A client id belongs to the seat that used it first. */
function claimVerb(db: DatabaseSync) {
  const ownerOf = db.prepare('select seat from client_id where board = ? and client = ?')
  const insert = db.prepare('insert into client_id (board, client, seat) values (?, ?, ?)')
  return (board: BoardId, client: number, seat: SeatId): void => {
    const owner = ownerOf.get(board, client)
    if (owner === undefined) insert.run(board, client, seat)
    else if (owner['seat'] !== seat) throw new StorageFault('client-taken', board)
  }
}

/** Two snapshots are kept, and the log after the older one: the newer may be unreadable one day. Unless it stands alone. */
function snapshotVerbs(db: DatabaseSync) {
  const newest = db.prepare('select coalesce(max(seq), 0) as seq from snapshot where board = ?')
  const insert = db.prepare('insert into snapshot (board, seq, sha256, vector, bytes, cuts) values (?, ?, ?, ?, ?, ?)')
  const dropSnapshots = db.prepare('delete from snapshot where board = ? and seq < ?')
  const trim = db.prepare('delete from log where board = ? and seq <= ?')
  const forget = forgetVerb(db)
  return (board: BoardId, { through, whole, cuts, vector }: Snapshot, head: number, alone: boolean): void => {
    const previous = Number(newest.get(board)?.['seq'] ?? 0)
    const isNew = through > previous && through <= head
    if (!isNew && !(alone && through === previous)) return
    if (isNew) insert.run(board, through, checksum(through, vector, whole, cuts), vector, whole, cuts)
    const behind = alone ? through : previous
    dropSnapshots.run(board, behind)
    trim.run(board, behind)
    forget(board)
  }
}

/** When as many commands as are remembered were done in this era a new one begins, and those before this one go. */
function forgetVerb(db: DatabaseSync) {
  const count = db.prepare(
    'select count(*) as count from command join board on board.id = board and board.era = command.era where board = ?',
  )
  const drop = db.prepare('delete from command where board = ? and era < (select era from board where id = ?)')
  const next = db.prepare('update board set era = era + 1 where id = ?')
  return (board: BoardId): void => {
    if (Number(count.get(board)?.['count'] ?? 0) < COMMANDS_REMEMBERED) return
    drop.run(board, board)
    next.run(board)
  }
}
