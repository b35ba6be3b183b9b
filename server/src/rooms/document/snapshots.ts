import type { BoardId } from '@momentous/shared/domain/id'
import { createCompactor } from './compactor.ts'
import { limits } from '../limits.ts'
import type { Room } from '../room.ts'
import type { RoomWorld } from '../world.ts'
import type { After } from '../../alarm.ts'

/** Snapshots of boards, made off the hot path: nobody waits for one, and the log has everything until it is there. */
export interface Snapshots {
  /**
   * Makes one unless there is little new. Answers the number of the last update in it; null when none was made. One that
   * stands alone takes everything that was before it along.
   */
  write(board: BoardId, least: number, alone?: boolean): Promise<number | null>
  close(): void
}

type SnapshotWorld = Pick<RoomWorld, 'storage' | 'log' | 'metrics'> & { readonly after: After }

export function createSnapshots({ storage, log, metrics, after }: SnapshotWorld): Snapshots {
  const compactor = createCompactor(after)
  let open = true

  async function write(board: BoardId, least: number, alone = false): Promise<number | null> {
    const began = performance.now()
    try {
      const snapshot = await compactor.compact(async () => {
        const content = await storage.content(board)
        return content === null || content.updates.length < least ? null : content
      })
      if (snapshot === null || !open) return null
      await storage.commit(board, [{ kind: 'snapshot', snapshot, ...(alone && { alone }) }])
      metrics.took('snapshot', performance.now() - began)
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
  else made(room, through)
}

/** Has one made that leaves nothing of what was before; false when that didn't come off. */
export async function writeAlone(room: Room): Promise<boolean> {
  const through = await room.world.snapshots.write(room.id, 0, true)
  if (through !== null) made(room, through)
  return through !== null
}

function made({ state, growth }: Room, through: number): void {
  state.through = through
  growth.whole += growth.bytes
  growth.bytes = 0
}
