import type { Board } from '@momentous/shared/board/board'
import type { Random } from '@momentous/shared/board/order'
import type { SeatId } from '@momentous/shared/domain/id'
import type * as Y from 'yjs'
import type { BoardRecord, SeatRecord, StoredRoom } from '../storage/storage.ts'
import { claimsOf, type Claims } from './admission/claims.ts'
import type { Glance } from './document/glance.ts'
import { remembered, type Remembered } from './commands/remembered.ts'
import type { RoomDocument } from './document/room-document.ts'
import { drawNumber } from './lots.ts'
import { readVault, type Vault } from './secrets/vault.ts'

/**
 * One board in memory: what is on the disk and, on top of it, what is on its way there. Thrown away and read again when
 * a commit fails.
 */
export interface RoomState {
  /** There while somebody needs it (`waking.ts`); null while the room sleeps. */
  document: RoomDocument | null
  /** The document and its handles, for whoever made sure that the room is awake. */
  readonly doc: Y.Doc
  readonly board: Board
  /** What the document says about the session, also while there is none. */
  glance: Glance
  /** The document's state vector while the room sleeps; null when nobody has looked yet. */
  vector: Uint8Array | null
  /** The client id under which the server writes. */
  readonly serverClient: number
  record: BoardRecord
  readonly seats: Map<SeatId, SeatRecord>
  /** Secret rows by key. */
  readonly vault: Vault
  /** As the storage has them; the room adds what is claimed since. */
  readonly claims: Claims
  readonly commands: Remembered
  /** Number of the last update on the disk, and of the last one in the snapshot. */
  head: number
  through: number
}

export function createState(stored: StoredRoom, glance: Glance, random: Random): RoomState {
  return new StateInMemory(stored, glance, random)
}

class StateInMemory implements RoomState {
  document: RoomDocument | null = null
  glance: Glance
  vector: Uint8Array | null = null
  readonly serverClient: number
  record: BoardRecord
  readonly seats: Map<SeatId, SeatRecord>
  readonly vault: Vault
  readonly claims: Claims
  readonly commands: Remembered
  head: number
  through: number

  constructor(stored: StoredRoom, glance: Glance, random: Random) {
    this.glance = glance
    this.serverClient = freshClientId(stored.clientIds, random)
    this.record = stored.record
    this.seats = new Map(stored.seats.map((seat) => [seat.id, seat]))
    this.vault = readVault(stored.vault)
    this.claims = claimsOf(stored.clientIds)
    this.commands = remembered(stored.commands)
    this.head = stored.head
    this.through = stored.through
  }

  get doc(): Y.Doc {
    return awake(this.document).doc
  }

  get board(): Board {
    return awake(this.document).board
  }
}

function awake(document: RoomDocument | null): RoomDocument {
  if (document === null) throw new Error('This room sleeps, and was asked for its document.')
  return document
}

/** A client id that nobody has used on this board: a server never goes on under an old one. */
function freshClientId(taken: ReadonlyMap<number, SeatId>, random: Random): number {
  for (;;) {
    const id = drawNumber(random)
    if (id !== 0 && !taken.has(id)) return id
  }
}
