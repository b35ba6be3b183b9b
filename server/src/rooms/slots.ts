import type { BoardId } from '@momentous/shared/domain/id'
import { isDamaged, type StorageFault } from '../storage/storage-fault.ts'
import { alarm, type Alarm } from './alarm.ts'
import { limits } from './limits.ts'
import { closeRoom, openRoom } from './open-room.ts'
import type { Room } from './room.ts'
import { writeSnapshot } from './snapshots.ts'
import type { RoomWorld } from './world.ts'

/** The rooms by board. One promise a board covers opening, use and closing, so there is never a second document. */
export interface Slots {
  /** Runs `work` in the board's room, opening it first when it sleeps. Rejects when the board can't be opened. */
  use<Result>(board: BoardId, work: (room: Room) => Result | Promise<Result>): Promise<Result>
  /** The rooms that are open now. */
  rooms(): readonly Room[]
  /** Lets a room go some time after nobody uses it any more. */
  release(room: Room): void
  closeAll(): Promise<void>
}

type Turn = (current: Room | null) => Promise<Room | null>

export function createSlots(world: RoomWorld): Slots {
  const turn = boardTurns()
  const open = new Map<Room, OpenRoom>()
  const openUnlessDamaged = quarantined(world)

  async function opened(board: BoardId): Promise<Room> {
    const room = await turn.next(board, async (current) => {
      if (current !== null && !current.closed) return current
      const fresh = await openUnlessDamaged(board)
      const facts: OpenRoom = {
        work: 0,
        later: alarm(world.after, () => void turn.next(board, lookAfter(fresh, facts))),
      }
      open.set(fresh, facts)
      return fresh
    })
    if (room === null) throw new Error('A slot was opened empty.')
    return room
  }

  const close = async (room: Room): Promise<null> => {
    open.get(room)?.later.clear()
    if (!room.closed) await endRoom(room)
    open.delete(room)
    return null
  }

  const lookAfter =
    (room: Room, facts: Pick<OpenRoom, 'work'>): Turn =>
    async (current) => {
      if (current !== room) return current
      if (room.closed || !isUsed(room, facts)) return close(room)
      if (room.peers.size === 0) release(room)
      return room
    }

  function release(room: Room): void {
    open.get(room)?.later.set(limits.emptyRoom)
  }

  return {
    rooms: () => [...open.keys()],
    release,
    async use(board, work) {
      const room = await opened(board)
      const facts = open.get(room)
      if (facts !== undefined) facts.work++
      try {
        return await work(room)
      } finally {
        if (facts !== undefined) facts.work--
        release(room)
      }
    },
    async closeAll() {
      const all = turn.boards().map((board) => turn.next(board, async (room) => (room === null ? null : close(room))))
      await Promise.all(all)
    },
  }
}

interface OpenRoom {
  /** Commands and questions under way. */
  work: number
  readonly later: Alarm
}

/** A step that was announced is completed first, also when everybody has left. */
function isUsed(room: Room, { work }: Pick<OpenRoom, 'work'>): boolean {
  return room.peers.size > 0 || work > 0 || (room.state.board.session.get('closing') ?? null) !== null
}

async function endRoom(room: Room): Promise<void> {
  await room.journal.settled()
  await writeSnapshot(room, limits.snapshotEvery / 10)
  await closeRoom(room)
}

/** Opens rooms, but not a damaged one again and again: everybody who was on it comes back every few seconds. */
function quarantined(world: RoomWorld): (board: BoardId) => Promise<Room> {
  const damaged = new Map<BoardId, StorageFault>()
  return async (board) => {
    const fault = damaged.get(board)
    if (fault !== undefined) throw fault
    try {
      return await openRoom(world, board)
    } catch (error) {
      if (isDamaged(error)) {
        damaged.set(board, error)
        world.after(limits.quarantine, () => damaged.delete(board))
      }
      throw error
    }
  }
}

/** One promise a board: whatever opens or closes its room waits for what did so before. */
function boardTurns(): { next(board: BoardId, then: Turn): Promise<Room | null>; boards(): readonly BoardId[] } {
  const slots = new Map<BoardId, Promise<Room | null>>()
  return {
    boards: () => [...slots.keys()],
    next(board, then) {
      const slot = (slots.get(board) ?? Promise.resolve(null)).then(then)
      // A board that can't be opened now is tried again by whoever comes next.
      const settled = slot.catch(() => null)
      slots.set(board, settled)
      void settled.then((room) => {
        if (room === null && slots.get(board) === settled) slots.delete(board)
      })
      return slot
    },
  }
}
