import type { BoardId, CommandId, SeatId } from '@momentous/shared/domain/id'
import { withHookEntry, type MemoryHook } from './memory-hook.ts'
import { StorageFault } from './storage-fault.ts'
import {
  COMMANDS_REMEMBERED,
  type BoardRecord,
  type Entry,
  type LinkRecord,
  type SeatRecord,
  type Snapshot,
  type StoredContent,
  type StoredRoom,
} from './storage.ts'

/** One board of the memory engine: what the tables of a database would hold. */
export interface MemoryBoard {
  readonly record: BoardRecord
  readonly head: number
  readonly glance: string | null
  /** Newest last; at most two. */
  readonly snapshots: readonly Snapshot[]
  readonly log: ReadonlyMap<number, Uint8Array>
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly vault: ReadonlyMap<string, Uint8Array>
  readonly clientIds: ReadonlyMap<number, SeatId>
  readonly seats: ReadonlyMap<SeatId, SeatRecord>
  readonly links: ReadonlyMap<string, LinkRecord>
  readonly commands: ReadonlySet<CommandId>
  /** Done in the era before. */
  readonly olderCommands: ReadonlySet<CommandId>
  readonly hook: MemoryHook | null
}

export function emptyBoard(record: BoardRecord): MemoryBoard {
  const none = {
    images: new Map(),
    vault: new Map(),
    clientIds: new Map(),
    seats: new Map(),
    links: new Map(),
    commands: new Set<CommandId>(),
    olderCommands: new Set<CommandId>(),
    hook: null,
  }
  return { record, head: 0, glance: null, snapshots: [], log: new Map(), ...none }
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
    case 'glance':
      return { ...board, glance: entry.glance }
    case 'snapshot':
      return withSnapshot(board, entry.snapshot, entry.alone === true)
    case 'image':
      return { ...board, images: withKey(board.images, entry.hash, entry.bytes.slice()) }
    case 'client-id':
      return withClient(id, board, entry.client, entry.seat)
    case 'vault-put':
      return { ...board, vault: withKey(board.vault, entry.key, entry.bytes.slice()) }
    case 'image-dropped':
      return { ...board, images: new Map([...board.images].filter(([hash]) => hash !== entry.hash)) }
    case 'vault-deleted':
      return { ...board, vault: new Map([...board.vault].filter(([key]) => key !== entry.key)) }
    case 'seat':
      return { ...board, seats: withKey(board.seats, entry.seat.id, entry.seat) }
    case 'link':
      return { ...board, links: withKey(board.links, entry.link.hash, entry.link) }
    case 'command-done':
      return { ...board, commands: new Set(board.commands).add(entry.id) }
    default:
      return { ...board, hook: withHookEntry(board.hook, entry) }
  }
}

/** The same shapes that a database gives. */
export function asStoredRoom(board: MemoryBoard): StoredRoom {
  const { record, head, glance, vault, clientIds } = board
  return {
    record,
    head,
    glance,
    vault,
    clientIds,
    through: board.snapshots.at(-1)?.through ?? 0,
    commands: new Set([...board.olderCommands, ...board.commands]),
    seats: [...board.seats.values()],
    links: [...board.links.values()],
  }
}

export function asContent(board: MemoryBoard): StoredContent {
  const snapshot = board.snapshots.at(-1) ?? null
  const updates = [...board.log].filter(([number]) => number > (snapshot?.through ?? 0)).map(([, bytes]) => bytes)
  return { head: board.head, snapshot, updates }
}

function withKey<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}

function withClient(id: BoardId, board: MemoryBoard, client: number, seat: SeatId): MemoryBoard {
  const owner = board.clientIds.get(client)
  if (owner !== undefined && owner !== seat) throw new StorageFault('client-taken', id)
  return { ...board, clientIds: withKey(board.clientIds, client, seat) }
}

function withSnapshot(board: MemoryBoard, snapshot: Snapshot, alone: boolean): MemoryBoard {
  const previous = board.snapshots.at(-1)
  const [before, { through }] = [previous?.through ?? 0, snapshot]
  const isNew = through > before && through <= board.head
  if (!isNew && !(alone && through === before)) return board
  const log = new Map([...board.log].filter(([number]) => number > (alone ? through : before)))
  const snapshots = alone || previous === undefined ? [snapshot] : [previous, snapshot]
  return { ...board, log, snapshots, ...withEra(board) }
}

/** A new era begins when this one has as many as are remembered; those before this one go. */
function withEra({ commands, olderCommands }: MemoryBoard): Pick<MemoryBoard, 'commands' | 'olderCommands'> {
  if (commands.size < COMMANDS_REMEMBERED) return { commands, olderCommands }
  return { commands: new Set(), olderCommands: commands }
}
