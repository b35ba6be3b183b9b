import { ID_PATTERN, type BoardId, type CommandId, type SeatId } from '@momentous/shared/domain/id'
import type { DatabaseSync } from 'node:sqlite'
import type { CopiedBoard } from '../storage/board-file.ts'
import { boardRecord, columns, linkRecord, seatRecord, type Row } from '../storage/sqlite-row.ts'
import type { BoardRecord, LinkRecord, SeatRecord, StoredBoard } from '../storage/storage.ts'
import { lastGood } from './last-good.ts'
import { readableRows, readEach } from './readable-rows.ts'
import { remainsOf } from './remains.ts'

/** What could be made of a board, and in sentences what could not. */
export interface Salvaged {
  readonly board: StoredBoard
  readonly losses: readonly string[]
}

/** Columns that came with later versions. */
const later = { glance: null, passphrase: null, delete_at: null, idle_days: null, seen_at: null }

/** Every board that the database names, in any table; `whole` when its list of boards could be read to the end. */
export function boardsIn(db: DatabaseSync): { readonly ids: readonly BoardId[]; readonly whole: boolean } {
  const { rows, whole } = readableRows(db, 'select id from board', 'id')
  const others = whole
    ? []
    : ['log', 'snapshot', 'client_id', 'link', 'seat'].flatMap(
        (table) => readableRows(db, `select distinct board as id from ${table}`, 'id').rows,
      )
  const ids = [...rows, ...others].map(({ id }) => id).filter((id): id is BoardId => ID_PATTERN.test(String(id)))
  return { ids: [...new Set(ids)], whole }
}

/** A board out of what can be read of its rows and its own file. Null when there is nothing of it. */
export function salvage(db: DatabaseSync | null, id: BoardId, copy: CopiedBoard | null, now: number): Salvaged | null {
  const rows = db === null ? null : boardRow(db, id)
  const found = remainsOf(db, id, copy)
  const content = lastGood(found)
  const record = rows?.record ?? copy?.record ?? null
  if (record === null && content.head === 0) return null
  const people = db === null ? null : peopleOf(db, id)
  const losses = [
    ...lostChanges(content.head, rows?.head ?? found.newest),
    ...(record === null ? [LOCKED] : rows === null ? ['Its door and settings are those of its copy.'] : []),
    ...(people?.whole === true ? [] : ['Not all of its links and seats can be read.']),
  ]
  const filled = filledUp(people, copy)
  const glance = losses.length === 0 ? (rows?.glance ?? null) : null
  const vault = db === null ? new Map<string, Uint8Array>() : vaultOf(db, id)
  const { through } = content.snapshot ?? { through: 0 }
  return { board: { record: record ?? unknownRecord(id, now), ...filled, ...content, through, glance, vault }, losses }
}

function lostChanges(head: number, expected: number): readonly string[] {
  if (head >= expected) return []
  const count = expected - head
  return [
    count === 1
      ? `Its last change, number ${expected}, is lost.`
      : `Its last ${count} changes are lost: it ends with number ${head}.`,
  ]
}

function boardRow(db: DatabaseSync, id: BoardId) {
  const { values } = readEach(readableRows(db, 'select * from board where id = ?', 'id', id), (row) => ({
    record: boardRecord({ ...later, ...row }),
    head: columns(row, id).whole('head'),
    glance: columns({ ...later, ...row }, id).textOrNull('glance'),
  }))
  return values[0] ?? null
}

interface People {
  readonly seats: readonly SeatRecord[]
  readonly links: readonly LinkRecord[]
  readonly clientIds: ReadonlyMap<number, SeatId>
  readonly commands: ReadonlySet<CommandId>
}

function peopleOf(db: DatabaseSync, id: BoardId): People & { readonly whole: boolean } {
  const each = <Value>(table: string, by: string, read: (row: Row) => Value) =>
    // By the primary key and not by another index, which may be what is damaged.
    readEach(readableRows(db, `select * from ${table} where ${by === 'hash' ? '+board' : 'board'} = ?`, by, id), read)
  const seats = each('seat', 'hash', (row) => seatRecord(row, id))
  const links = each('link', 'hash', (row) => linkRecord(row, id))
  const clients = each('client_id', 'client', (row) => {
    const read = columns(row, id)
    return [read.whole('client'), read.id<SeatId>('seat')] as const
  })
  const commands = each('command', 'id', (row) => columns(row, id).id<CommandId>('id'))
  return {
    seats: seats.values,
    links: links.values,
    clientIds: new Map(clients.values),
    commands: new Set(commands.values),
    whole: seats.whole && links.whole && clients.whole,
  }
}

/** The copy fills gaps only: it may know a link as open that was closed later. */
function filledUp(people: ReturnType<typeof peopleOf> | null, copy: CopiedBoard | null): People {
  const none: People = { seats: [], links: [], clientIds: new Map(), commands: new Set() }
  if (people?.whole === true || copy === null) return people ?? none
  const known = people ?? none
  const seatIds = new Set(known.seats.map((seat) => seat.id))
  const hashes = new Set(known.links.map((link) => link.hash))
  return {
    seats: [...known.seats, ...copy.seats.filter((seat) => !seatIds.has(seat.id))],
    links: [...known.links, ...copy.links.filter((link) => !hashes.has(link.hash))],
    clientIds: new Map([...copy.clientIds, ...known.clientIds]),
    commands: new Set([...copy.commands, ...known.commands]),
  }
}

function vaultOf(db: DatabaseSync, id: BoardId): ReadonlyMap<string, Uint8Array> {
  const rows = readableRows(db, 'select key, bytes from vault where board = ?', 'key', id)
  return new Map(
    readEach(rows, (row) => [columns(row, id).text('key'), columns(row, id).bytes('bytes')] as const).values,
  )
}

const LOCKED =
  'Its door and settings can’t be read. It may have asked for a passphrase, so links alone open nothing until a facilitator with a seat sets one, or takes it away.'

/** The hash of no words: what is asked for is unknown. */
export const NO_WORDS = 'unknown'

function unknownRecord(id: BoardId, createdAt: number): BoardRecord {
  const never = { passphrase: NO_WORDS, deleteAt: null, idleDays: null, seenAt: null }
  return { id, epoch: 1, door: 'open', heir: null, createdAt, ...never }
}
