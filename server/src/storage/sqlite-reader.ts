import type { BoardId, CommandId, SeatId } from '@momentous/shared/domain/id'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { openingFault, readingFault } from './sqlite-fault.ts'
import type { StoredHook, WaitingDelivery } from './hook.ts'
import { hookReader } from './sqlite-hook.ts'
import { boardRecord, columns, linkRecord, seatRecord } from './sqlite-row.ts'
import { snapshotRecord } from './sqlite-snapshot.ts'
import { StorageFault } from './storage-fault.ts'
import type {
  BoardFacts,
  BoardRecord,
  Capability,
  ImageShelf,
  Snapshot,
  StoredBoard,
  StoredContent,
  StoredRoom,
} from './storage.ts'

export interface SqliteReader {
  board(id: BoardId): BoardFacts | null
  capability(hash: string): Capability | null
  image(id: BoardId, hash: string): Uint8Array | null
  images(id: BoardId): ImageShelf
  expiring(): readonly BoardRecord[]
  hook(id: BoardId): StoredHook | null
  waiting(most: number): readonly WaitingDelivery[]
  deliveryBody(id: BoardId, delivery: string): Uint8Array | null
  room(id: BoardId): StoredRoom | null
  content(id: BoardId): StoredContent | null
  load(id: BoardId): StoredBoard | null
  close(): void
}

/** A connection that only reads: it sees the last commit and never waits for the one that runs. */
export function sqliteReader(path: string): SqliteReader {
  const db = openReadOnly(path)
  const facts = factsReader(db)
  const content = contentReader(db, facts)
  const rest = restReader(db)
  const begin = db.prepare('begin')
  const end = db.prepare('end')

  /** All tables as of one moment. */
  function atOnce<Result>(board: BoardId | null, read: () => Result): Result {
    begin.run()
    try {
      return read()
    } catch (error) {
      throw readingFault(error, board)
    } finally {
      leave()
    }
  }

  /** After a read that failed, leaving may fail with the same words; that must not hide which board it was. */
  function leave(): void {
    try {
      if (db.isTransaction) end.run()
    } catch {
      if (db.isTransaction) db.exec('rollback')
    }
  }

  function room(id: BoardId): StoredRoom | null {
    const known = facts(id)
    return known === null ? null : { ...known.facts, head: known.head, glance: known.glance, ...rest(id) }
  }

  const capability = capabilityReader(db)
  const expiring = expiringReader(db)
  const images = imageReader(db)
  const hooks = hookReader(db)
  return {
    board: (id) => atOnce(id, () => facts(id)?.facts ?? null),
    capability: (hash) => atOnce(null, () => capability(hash)),
    image: (id, hash) => atOnce(id, () => images.one(id, hash)),
    images: (id) => atOnce(id, () => images.shelf(id)),
    expiring: () => atOnce(null, expiring),
    hook: (id) => atOnce(id, () => hooks.hook(id)),
    waiting: (most) => atOnce(null, () => hooks.waiting(most)),
    deliveryBody: (id, delivery) => atOnce(id, () => hooks.body(id, delivery)),
    room: (id) => atOnce(id, () => room(id)),
    content: (id) => atOnce(id, () => content(id)),
    load: (id) =>
      atOnce(id, () => {
        const [known, document] = [room(id), content(id)]
        return known === null || document === null ? null : { ...known, ...document }
      }),
    close: () => db.close(),
  }
}

/** Beside a server that writes, or without one. */
export function openReadOnly(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  } catch (error) {
    throw openingFault(error)
  }
}

function factsReader(db: DatabaseSync) {
  const record = db.prepare('select * from board where id = ?')
  const seats = db.prepare('select * from seat where board = ? order by id')
  const links = db.prepare('select * from link where board = ? order by hash')
  return (id: BoardId): { facts: BoardFacts; head: number; glance: string | null } | null => {
    const row = record.get(id)
    if (row === undefined) return null
    const facts = {
      record: boardRecord(row),
      seats: seats.all(id).map((seat) => seatRecord(seat, id)),
      links: links.all(id).map((link) => linkRecord(link, id)),
    }
    return { facts, head: columns(row, id).whole('head'), glance: columns(row, id).textOrNull('glance') }
  }
}

function imageReader(db: DatabaseSync) {
  const one = db.prepare('select bytes from image where board = ? and hash = ?')
  const shelf = db.prepare('select hash, length(bytes) as bytes from image where board = ? order by hash')
  return {
    one(id: BoardId, hash: string): Uint8Array | null {
      const row = one.get(id, hash)
      return row === undefined ? null : columns(row, id).bytes('bytes')
    },
    shelf(id: BoardId): ImageShelf {
      const kept = shelf.all(id).map((row) => columns(row, id))
      const bytes = kept.reduce((sum, row) => sum + row.whole('bytes'), 0)
      return { count: kept.length, bytes, hashes: kept.map((row) => row.text('hash')) }
    },
  }
}

function expiringReader(db: DatabaseSync) {
  const rows = db.prepare('select * from board where delete_at is not null or idle_days is not null')
  return (): readonly BoardRecord[] =>
    rows.all().flatMap((row) => {
      try {
        return [boardRecord(row)]
      } catch {
        return []
      }
    })
}

function contentReader(db: DatabaseSync, facts: ReturnType<typeof factsReader>) {
  const snapshot = snapshotReader(db)
  const tail = tailReader(db)
  return (id: BoardId): StoredContent | null => {
    const known = facts(id)
    if (known === null) return null
    const stored = snapshot(id)
    return { head: known.head, snapshot: stored, updates: tail(id, stored?.through ?? 0, known.head) }
  }
}

function capabilityReader(db: DatabaseSync) {
  const linkByHash = db.prepare('select * from link where hash = ?')
  const seatByHash = db.prepare('select * from seat where hash = ?')
  return (hash: string): Capability | null => {
    const link = linkByHash.get(hash)
    if (link !== undefined) {
      const board = columns(link, null).id<BoardId>('board')
      return { kind: 'link', board, link: linkRecord(link, board) }
    }
    const seat = seatByHash.get(hash)
    if (seat === undefined) return null
    const board = columns(seat, null).id<BoardId>('board')
    return { kind: 'seat', board, seat: seatRecord(seat, board) }
  }
}

/** The newest snapshot whose checksum is right. The log that a damaged one stands for is still there. */
function snapshotReader(db: DatabaseSync) {
  const newestFirst = db.prepare('select * from snapshot where board = ? order by seq desc')
  return (id: BoardId): Snapshot | null => {
    for (const row of newestFirst.iterate(id)) {
      const snapshot = snapshotRecord(row, id)
      if (snapshot !== null) return snapshot
    }
    return null
  }
}

/** Every update from the one after `through` to `head`, each whole, none missing; else the board is damaged. */
function tailReader(db: DatabaseSync) {
  const after = db.prepare('select seq, crc, bytes from log where board = ? and seq > ? order by seq')
  return (id: BoardId, through: number, head: number): readonly Uint8Array[] => {
    const updates = after.all(id, through).map((row, index) => {
      const read = columns(row, id)
      const bytes = read.bytes('bytes')
      if (row['seq'] !== through + 1 + index)
        throw new StorageFault('damaged-board', id, `a hole before ${String(row['seq'])}`)
      if (row['crc'] !== crc32(bytes)) throw new StorageFault('damaged-board', id, `update ${String(row['seq'])}`)
      return bytes
    })
    if (through + updates.length !== head) throw new StorageFault('damaged-board', id, `the log ends before ${head}`)
    return inOneBuffer(updates)
  }
}

/** The same bytes side by side: one buffer passes from thread to thread where thousands would be copied. */
function inOneBuffer(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  return parts.map((part) => {
    all.set(part, at)
    at += part.length
    return all.subarray(at - part.length, at)
  })
}

function restReader(db: DatabaseSync) {
  const vault = db.prepare('select key, bytes from vault where board = ?')
  const clients = db.prepare('select client, seat from client_id where board = ?')
  const commands = db.prepare('select id from command where board = ?')
  const through = db.prepare('select coalesce(max(seq), 0) as seq from snapshot where board = ?')
  return (id: BoardId) => ({
    through: Number(through.get(id)?.['seq'] ?? 0),
    vault: new Map(vault.all(id).map((row) => [columns(row, id).text('key'), columns(row, id).bytes('bytes')])),
    clientIds: new Map(
      clients.all(id).map((row) => [columns(row, id).whole('client'), columns(row, id).id<SeatId>('seat')]),
    ),
    commands: new Set(commands.all(id).map((row) => columns(row, id).id<CommandId>('id'))),
  })
}
