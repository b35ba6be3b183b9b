import type { Board } from '@momentous/shared/board/board'
import type { Entry } from '../../storage/storage.ts'
import { SERVER_SEAT } from '../admission/client-owners.ts'
import { glanceOf, writeGlance } from '../document/glance.ts'
import { updatesOf } from '../document/room-document.ts'
import { notify, type Room } from '../room.ts'
import { grew } from '../document/write-snapshot.ts'
import { sweepVault } from '../secrets/sweep-vault.ts'
import { broadcast } from '../line/tell.ts'
import { needDocument } from '../document/waking.ts'

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
  needDocument(room)
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
      ...(updates.length > 0 ? glanced(room) : []),
      ...entries,
      ...swept,
    ],
    done() {
      broadcast(room, updates, null)
      grew(room, updates)
      done?.()
    },
    again,
  })
  if (updates.length > 0) notify(room, 'governed')
}

/** What the session and the grades say now goes with the change that altered them. */
function glanced({ state }: Room): readonly Entry[] {
  const glance = glanceOf(state.board)
  const said = writeGlance(glance)
  if (said === writeGlance(state.glance)) return []
  state.glance = glance
  return [{ kind: 'glance', glance: said }]
}

/** A write that breaks off half way leaves a document that nobody may see; it is read again. */
function written(room: Room, write: () => void): readonly Uint8Array[] {
  const { doc } = room.state
  try {
    const updates = updatesOf(doc, () => doc.transact(write))
    for (const { length } of updates) room.state.document?.size.grew(length)
    return updates
  } catch (error) {
    notify(room, 'damaged')
    throw error
  }
}
