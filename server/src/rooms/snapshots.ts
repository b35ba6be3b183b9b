import type { BoardId } from '@momentous/shared/domain/id'
import { createCompactor } from './compactor.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'
import type { World } from './world.ts'
import type { After } from './alarm.ts'

/** Snapshots of boards, made off the hot path: nobody waits for one, and the log has everything until it is there. */
export interface Snapshots {
  /** Makes one unless there is little new. Answers the number of the last update in it; null when none was made. */
  write(board: BoardId, least: number): Promise<number | null>
  close(): void
}

type SnapshotWorld = Pick<World, 'storage' | 'log'> & { readonly after: After }

export function createSnapshots({ storage, log, after }: SnapshotWorld): Snapshots {
  const compactor = createCompactor(after)
  let open = true

  async function write(board: BoardId, least: number): Promise<number | null> {
    try {
      const snapshot = await compactor.compact(async () => {
        const content = await storage.content(board)
        return content === null || content.updates.length < least ? null : content
      })
      if (snapshot === null || !open) return null
      await storage.commit(board, [{ kind: 'snapshot', snapshot }])
      return snapshot.through
    } catch (error) {
      // The log has everything; the next time will do.
      if (open) log.warn({ board, err: error }, 'a snapshot was not kept')
      return null
    }
  }

  return {
    write,
    close() {
      open = false
      compactor.close()
    },
  }
}

/** What a room knows of its log since the last snapshot. */
export interface Growth {
  /** Bytes of the updates after the last snapshot, as far as they are known. */
  bytes: number
  /** Bytes of that snapshot. */
  whole: number
  underWay: boolean
  /** A snapshot that failed isn't tried again before the log has this many updates. */
  notBefore: number
}

/** These updates were told: they follow what somebody is reading, and may make a snapshot worth while. */
export function grew(room: Room, updates: readonly Uint8Array[]): void {
  room.readings.note(updates)
  for (const update of updates) room.growth.bytes += update.length
  if (isWorthWhile(room)) void writeSnapshot(room)
}

/**
 * Many updates make one worth while, unless they are little beside the board: then writing it all again costs more than
 * it saves. Many bytes always do.
 */
function isWorthWhile({ growth, state }: Room): boolean {
  const news = state.head - state.through
  if (growth.underWay || state.head < growth.notBefore) return false
  if (growth.bytes >= limits.snapshotBytes || news >= limits.snapshotEvery * 8) return true
  return news >= limits.snapshotEvery && growth.bytes >= growth.whole / 8
}

/** Has a snapshot made when one is worth while. */
export async function writeSnapshot(room: Room): Promise<void> {
  if (room.closed || !isWorthWhile(room)) return
  const { growth, world } = room
  growth.underWay = true
  const through = await world.snapshots.write(room.id, 1)
  growth.underWay = false
  if (through === null) growth.notBefore = room.state.head + limits.snapshotEvery
  else {
    room.state.through = through
    growth.whole += growth.bytes
    growth.bytes = 0
  }
}
