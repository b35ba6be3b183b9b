import { snapshot } from '@momentous/shared/board/read'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { Session } from '@momentous/shared/domain/session'
import type { RoomService } from '../http/room-service.ts'
import { noMetrics } from '../metrics/metrics.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import type { StoredContent } from '../storage/storage.ts'
import { realAfter } from '../alarm.ts'
import { addToBoard, takeBackFromBoard } from './commands/additions.ts'
import { runCommand } from './commands/commands.ts'
import { followDoor } from './entrance/doors.ts'
import { createEntrance } from './entrance/entrance.ts'
import { loadOf } from './load.ts'
import type { Room } from './room.ts'
import { createSlots } from './slots.ts'
import { createSnapshots } from './document/snapshots.ts'
import { createStretches } from './document/stretches.ts'
import { createShares } from './line/share.ts'
import { followLoop } from './line/tempo.ts'
import { createTick } from './line/tick.ts'
import { wake } from './document/waking.ts'
import { buildDocument } from './document/room-document.ts'
import type { RoomWorld, World } from './world.ts'

/** Sent with a clean shutdown: every client comes back by itself. */
const RESTART = 1012

/** All boards of this server that somebody uses. */
export function createRooms(outside: World): RoomService {
  const { after = realAfter, metrics = noMetrics, tempo = followLoop(), shares = createShares() } = outside
  const snapshots = outside.snapshots ?? createSnapshots({ ...outside, after, metrics })
  const tick = createTick(tempo, after, metrics)
  const world: RoomWorld = {
    ...outside,
    after,
    metrics,
    snapshots,
    tick,
    shares,
    stretch: createStretches(),
  }
  const slots = createSlots(world)
  const entrance = createEntrance(world, slots)
  const unsubscribe = world.links.subscribe((event) => {
    for (const room of slots.rooms()) if (room.id === event.board) followDoor(room, event)
  })

  return {
    accept: entrance.accept,
    snapshot: (board) => slots.use(board, keptBoard),
    content: (board) => slots.use(board, keptContent),
    session: (board) => slots.use(board, keptSession),
    command: (bearer, request) =>
      slots.use(bearer.board, async (room) => {
        await wake(room)
        return runCommand(room, { actor: bearer.actor, token: bearer.token }, request)
      }),
    add: ({ board, actor }, request) =>
      slots.use(board, async (room) => {
        await wake(room)
        return addToBoard(room, actor, request)
      }),
    takeBack: ({ board, actor }, stretch) =>
      slots.use(board, async (room) => {
        await wake(room)
        return takeBackFromBoard(room, actor, stretch)
      }),
    attended: (board) => slots.rooms().some((room) => room.id === board && !room.closed),
    load: () => loadOf(slots.rooms(), entrance.load()),
    async close() {
      entrance.shut()
      snapshots.close()
      for (const room of slots.rooms()) {
        await room.journal.settled()
        for (const peer of room.peers) peer.close(RESTART, 'The server starts again. Come back in a moment.')
      }
      await slots.closeAll()
      unsubscribe()
    },
  }
}

async function keptBoard(room: Room): Promise<BoardSnapshot> {
  if (!room.readable) throw unsaved(room)
  await wake(room)
  return kept(room, snapshot(room.state.board), () => fromDisk(room))
}

async function keptSession(room: Room): Promise<Session> {
  if (!room.readable) throw unsaved(room)
  return kept(room, room.state.glance.session, async () => (await fromDisk(room)).session)
}

async function keptContent(room: Room): Promise<StoredContent> {
  if (!room.readable) throw unsaved(room)
  await kept(room, null, () => Promise.resolve(null))
  return stored(room)
}

const unsaved = ({ id }: Room): StorageFault => new StorageFault('not-saved', id)

/**
 * What is true now, once it is on the disk. A disk that takes its time holds up what is new, and nobody who reads: they get
 * what it has.
 */
function kept<Result>(room: Room, now: Result, before: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = room.world.after(PATIENCE, () => {
      // Where that can't be read either, the commit's own end is the answer.
      before().then(resolve, () => undefined)
    })
    const ended = (tell: () => void): (() => void) => {
      return () => {
        cancel()
        tell()
      }
    }
    room.journal.push({
      entries: [],
      done: ended(() => resolve(now)),
      again: ended(() => reject(unsaved(room))),
    })
  })
}

/** A disk that is merely slow answers sooner than the board could be read anew; in milliseconds. */
const PATIENCE = 1_000

async function stored({ world, id }: Room): Promise<StoredContent> {
  const content = await world.storage.content(id)
  if (content === null) throw new StorageFault('no-such-board', id)
  return content
}

async function fromDisk(room: Room): Promise<BoardSnapshot> {
  const { world, id } = room
  const document = await buildDocument(id, await stored(room), world.stretch)
  if (document === null) throw new StorageFault('no-such-board', id)
  const board = snapshot(document.board)
  document.doc.destroy()
  return board
}
