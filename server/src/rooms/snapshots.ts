import * as Y from 'yjs'
import { limits } from './limits.ts'
import type { Room } from './room.ts'

/**
 * Writes the document as a snapshot, when that is worth while and nothing is on its way to the disk: only then is the
 * document in memory exactly what the log says.
 */
export async function writeSnapshot(room: Room, least: number = limits.snapshotEvery): Promise<void> {
  const { world, id } = room
  if (room.state.head - room.state.through < least) return
  await room.journal.settled()
  const { state } = room
  if (room.closed || !room.writable || !room.journal.isIdle() || state.head - state.through < least) return
  const through = state.head
  const snapshot = {
    through,
    whole: Y.encodeStateAsUpdate(state.doc),
    cuts: new Uint8Array(),
    vector: Y.encodeStateVector(state.doc),
  }
  state.through = through
  try {
    await world.storage.commit(id, [{ kind: 'snapshot', snapshot }])
  } catch (error) {
    // The log has everything; the next time will do.
    world.log.warn({ board: id, err: error }, 'a snapshot was not kept')
  }
}
