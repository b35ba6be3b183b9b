import type { Board } from '@momentous/shared/board/board'
import type { Entry } from '../storage/storage.ts'
import { SERVER_SEAT } from './client-owners.ts'
import { updatesOf } from './room-state.ts'
import { notify, type Room } from './room.ts'
import { sweepVault } from './sweep-vault.ts'
import { broadcast } from './tell.ts'

/** A change of the server's own: of the document, of the vault, or of both at once. */
export interface Deed {
  /** Runs in one transaction under the server's client id. */
  readonly write?: (board: Board) => void
  /** What is kept with it. */
  readonly entries?: readonly Entry[]
  /** Once it is on the disk and told to everybody. */
  readonly done?: () => void
  /** When it could not be kept, after the board was read again. */
  readonly again: () => void
}

/**
 * Does it, and what follows from it in the same commit: what leaves the vault with the end of a span. Nothing leaves the
 * room before that.
 */
export function perform(room: Room, { write, entries = [], done, again }: Deed): void {
  const { doc, board } = room.state
  const swept: Entry[] = []
  const updates = written(room, () => {
    write?.(board)
    swept.push(...sweepVault(room))
  })
  const claim = updates.length > 0 ? room.owners.claim(doc.clientID, SERVER_SEAT) : null
  room.journal.push({
    entries: [
      ...(claim === null ? [] : [claim]),
      ...updates.map((bytes) => ({ kind: 'update' as const, bytes })),
      ...entries,
      ...swept,
    ],
    done() {
      broadcast(room, updates, null)
      done?.()
    },
    again,
  })
  if (updates.length > 0) notify(room.listeners.governed)
}

/** A write that breaks off half way leaves a document that nobody may see; it is read again. */
function written(room: Room, write: () => void): readonly Uint8Array[] {
  const { doc } = room.state
  try {
    return updatesOf(doc, () => doc.transact(write))
  } catch (error) {
    room.listeners.damaged()
    throw error
  }
}
