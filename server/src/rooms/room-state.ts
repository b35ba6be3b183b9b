import { openBoard, type Board } from '@momentous/shared/board/board'
import type { Random } from '@momentous/shared/board/order'
import type { BoardId, CommandId, SeatId } from '@momentous/shared/domain/id'
import * as Y from 'yjs'
import { StorageFault } from '../storage/storage-fault.ts'
import type { BoardRecord, SeatRecord, StoredBoard } from '../storage/storage.ts'
import { limits } from './limits.ts'
import { readVault, type Vault } from './vault.ts'

/**
 * One board in memory: what is on the disk and, on top of it, what is on its way there. Thrown away and read again when
 * a commit fails.
 */
export interface RoomState {
  readonly doc: Y.Doc
  readonly board: Board
  record: BoardRecord
  readonly seats: Map<SeatId, SeatRecord>
  /** Secret rows by key. */
  readonly vault: Vault
  /** As the storage has them; the room adds what is claimed since. */
  readonly clientIds: ReadonlyMap<number, SeatId>
  /** Commands that were done; a resend changes nothing. */
  readonly commands: Set<CommandId>
  /** Number of the last update on the disk, and of the last one in the snapshot. */
  head: number
  through: number
}

/** Builds the document from stored bytes, giving others a turn in between. Rejects with `damaged-board`. */
export async function buildState(id: BoardId, stored: StoredBoard, random: Random): Promise<RoomState> {
  const doc = new Y.Doc()
  doc.clientID = freshClientId(stored.clientIds, random)
  try {
    await applyInSlices(doc, [...(stored.snapshot === null ? [] : [stored.snapshot.whole]), ...stored.updates])
  } catch (error) {
    throw new StorageFault('damaged-board', id, String(error))
  }
  if (hasPending(doc)) throw new StorageFault('damaged-board', id, 'an update is missing')
  return {
    doc,
    board: openBoard(doc),
    record: stored.record,
    seats: new Map(stored.seats.map((seat) => [seat.id, seat])),
    vault: readVault(stored.vault),
    clientIds: stored.clientIds,
    commands: new Set(stored.commands),
    head: stored.head,
    through: stored.snapshot?.through ?? 0,
  }
}

/** True when the document holds parts that it can't place; such a document is neither served nor kept. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

async function applyInSlices(doc: Y.Doc, updates: readonly Uint8Array[]): Promise<void> {
  let since = performance.now()
  for (const update of updates) {
    Y.applyUpdate(doc, update)
    if (performance.now() - since < limits.slice) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

/** A client id that nobody has used on this board: a server never goes on under an old one. */
function freshClientId(taken: ReadonlyMap<number, SeatId>, random: Random): number {
  for (;;) {
    const id = new DataView(random(new Uint8Array(4)).buffer).getUint32(0)
    if (id !== 0 && !taken.has(id)) return id
  }
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
