import type { BoardId } from '@momentous/shared/domain/id'
import { isDamaged, type StorageFault } from '../storage/storage-fault.ts'
import { limits } from './limits.ts'
import { openRoom } from './open-room.ts'
import type { Room } from './room.ts'
import type { RoomWorld } from './world.ts'

export interface Quarantine {
  /** Opens the room, unless its board couldn't be read a moment ago: everybody who was on it comes back every few seconds. */
  open(board: BoardId): Promise<Room>
  note(board: BoardId, fault: StorageFault): void
}

export function createQuarantine(world: RoomWorld): Quarantine {
  const damaged = new Map<BoardId, StorageFault>()

  function note(board: BoardId, fault: StorageFault): void {
    if (!isDamaged(fault) || damaged.has(board)) return
    damaged.set(board, fault)
    world.after(limits.quarantine, () => damaged.delete(board))
  }

  return {
    note,
    async open(board) {
      const fault = damaged.get(board)
      if (fault !== undefined) throw fault
      try {
        return await openRoom(world, board)
      } catch (error) {
        if (isDamaged(error)) note(board, error)
        throw error
      }
    },
  }
}
