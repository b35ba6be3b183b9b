import type { BoardId, CommandId, SeatId } from '@momentous/shared/domain/id'
import { StorageFault } from './storage-fault.ts'
import type { BoardRecord, Entry, LinkRecord, SeatRecord, Snapshot, StoredBoard } from './storage.ts'

/** One board of the memory engine: what the tables of a database would hold. */
export interface MemoryBoard {
  readonly record: BoardRecord
  readonly head: number
  /** Newest last; at most two. */
  readonly snapshots: readonly Snapshot[]
  readonly log: ReadonlyMap<number, Uint8Array>
  readonly vault: ReadonlyMap<string, Uint8Array>
  readonly clientIds: ReadonlyMap<number, SeatId>
  readonly seats: ReadonlyMap<SeatId, SeatRecord>
  readonly links: ReadonlyMap<string, LinkRecord>
  readonly commands: ReadonlySet<CommandId>
}

export function emptyBoard(record: BoardRecord): MemoryBoard {
  const none = {
    vault: new Map(),
    clientIds: new Map(),
    seats: new Map(),
    links: new Map(),
    commands: new Set<CommandId>(),
  }
  return { record, head: 0, snapshots: [], log: new Map(), ...none }
}

/** The board after one entry; null after its deletion. */
export function withEntry(id: BoardId, board: MemoryBoard | null, entry: Entry): MemoryBoard | null {
  if (entry.kind === 'board-created') {
    if (board !== null) throw new StorageFault('board-exists', id)
    return emptyBoard(entry.record)
  }
  if (board === null) throw new StorageFault('no-such-board', id)
  switch (entry.kind) {
    case 'board-changed':
      return { ...board, record: { ...entry.record, createdAt: board.record.createdAt } }
    case 'board-deleted':
      return null
    case 'update':
      return { ...board, head: board.head + 1, log: withKey(board.log, board.head + 1, entry.bytes.slice()) }
    case 'snapshot':
      return withSnapshot(board, entry.snapshot)
    case 'client-id':
      return withClient(id, board, entry.client, entry.seat)
    case 'vault-put':
      return { ...board, vault: withKey(board.vault, entry.key, entry.bytes.slice()) }
    case 'vault-deleted':
      return { ...board, vault: new Map([...board.vault].filter(([key]) => key !== entry.key)) }
    case 'seat':
      return { ...board, seats: withKey(board.seats, entry.seat.id, entry.seat) }
    case 'link':
      return { ...board, links: withKey(board.links, entry.link.hash, entry.link) }
    case 'command-done':
      return { ...board, commands: new Set(board.commands).add(entry.id) }
  }
}

/** The same shape that a database gives; null for a deleted board. */
export function asStored(board: MemoryBoard): StoredBoard {
  const snapshot = board.snapshots.at(-1) ?? null
  const updates = [...board.log].filter(([number]) => number > (snapshot?.through ?? 0)).map(([, bytes]) => bytes)
  const { record, head, vault, clientIds, commands } = board
  return {
    record,
    head,
    snapshot,
    updates,
    vault,
    clientIds,
    commands,
    seats: [...board.seats.values()],
    links: [...board.links.values()],
  }
}

function withKey<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}

function withClient(id: BoardId, board: MemoryBoard, client: number, seat: SeatId): MemoryBoard {
  const owner = board.clientIds.get(client)
  if (owner !== undefined && owner !== seat) throw new StorageFault('client-taken', id)
  return { ...board, clientIds: withKey(board.clientIds, client, seat) }
}

function withSnapshot(board: MemoryBoard, snapshot: Snapshot): MemoryBoard {
  const previous = board.snapshots.at(-1)
  const { through } = snapshot
  if (through <= (previous?.through ?? 0) || through > board.head) return board
  const log = new Map([...board.log].filter(([number]) => number > (previous?.through ?? 0)))
  return { ...board, log, snapshots: previous === undefined ? [snapshot] : [previous, snapshot] }
}
