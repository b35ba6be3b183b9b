import type { BoardId } from '@momentous/shared/domain/id'
import { alarm, type Alarm } from '../alarm.ts'
import { limits } from './limits.ts'
import { closeRoom } from './open-room.ts'
import { createQuarantine } from './quarantine.ts'
import type { Room } from './room.ts'
import type { RoomWorld } from './world.ts'

/** The rooms by board. One promise a board covers opening, use and closing, so there is never a second document. */
export interface Slots {
  /** Runs `work` in the board's room, opening it first when it sleeps. Rejects when the board can't be opened. */
  use<Result>(board: BoardId, work: (room: Room) => Result | Promise<Result>): Promise<Result>
  /** The rooms that are open now. */
  rooms(): readonly Room[]
  /** Lets a room go some time after nobody uses it any more. Whoever leaves last says so: until then there is nothing to look after. */
  release(room: Room): void
  closeAll(): Promise<void>
}

type Turn = (current: Room | null) => Promise<Room | null>

export function createSlots(world: RoomWorld): Slots {
  const turn = boardTurns()
  const open = new Map<Room, OpenRoom>()
  const quarantine = createQuarantine(world)

  /** The board's room, counted as in use before anybody else's turn can close it. */
  async function borrow(board: BoardId): Promise<OpenRoom> {
    const room = await turn.next(board, async (current) => {
      if (current !== null && current.closed) bury(current)
      const living = current === null || current.closed ? await quarantine.open(board) : current
      const facts = open.get(living) ?? factsOf(living)
      facts.work++
      return living
    })
    const facts = room === null ? undefined : open.get(room)
    if (facts === undefined) throw new Error('A room was borrowed and not there.')
    return facts
  }

  function bury(room: Room): null {
    open.get(room)?.later.clear()
    open.delete(room)
    if (room.fault !== null) quarantine.note(room.id, room.fault)
    return null
  }

  function factsOf(room: Room): OpenRoom {
    const later = alarm(world.after, () => void turn.next(room.id, lookAfter(facts)))
    const facts: OpenRoom = { room, work: 0, later }
    open.set(room, facts)
    return facts
  }

  const close = (room: Room): Promise<null> => endRoom(room).then(() => bury(room))

  const lookAfter =
    (facts: OpenRoom): Turn =>
    async (current) => {
      const { room } = facts
      if (current !== room) return current
      if (room.closed || !isUsed(facts)) return close(room)
      if (room.peers.size === 0) release(room)
      return room
    }

  function release(room: Room): void {
    if (room.peers.size === 0) open.get(room)?.later.set(limits.emptyRoom)
  }

  return {
    rooms: () => [...open.keys()],
    release,
    async use(board, work) {
      const facts = await borrow(board)
      try {
        return await work(facts.room)
      } finally {
        facts.work--
        release(facts.room)
      }
    },
    async closeAll() {
      const all = turn.boards().map((board) => turn.next(board, async (room) => (room === null ? null : close(room))))
      await Promise.all(all)
    },
  }
}

interface OpenRoom {
  readonly room: Room
  /** Commands and questions under way. */
  work: number
  readonly later: Alarm
}

/**
 * A step that was announced is completed first, also when everybody has left. And whoever comes back must not find a room
 * that can't close because the disk hangs.
 */
function isUsed({ room, work }: OpenRoom): boolean {
  return room.peers.size > 0 || work > 0 || room.state.glance.session.closing !== null || !room.journal.isIdle()
}

/** Ends the room. Nobody waits for its snapshot, not even whoever opens the board again. */
async function endRoom(room: Room): Promise<void> {
  if (!room.closed) await closeRoom(room)
  const { head, through } = room.state
  const least = limits.snapshotEvery / 10
  if (room.fault === null && head - through >= least) void room.world.snapshots.write(room.id, least)
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
