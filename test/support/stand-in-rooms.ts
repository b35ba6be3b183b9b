import { openBoard } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import * as Y from 'yjs'
import type { CommandAnswer, CommandRequest, Load, RoomService } from '../../server/src/http/room-service.ts'
import type { Bearer } from '../../server/src/links/capability.ts'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import type { World } from '../../server/src/rooms/world.ts'

export interface StandInRooms extends RoomService {
  /** What arrived, in order. */
  readonly commands: { bearer: Bearer; request: CommandRequest }[]
  readonly upgrades: string[]
  answer: CommandAnswer | Error
}

const nothing = { documents: 0, journals: 0, held: 0, turns: 0, backlog: 0, slowest: 0, unwritable: 0 }
const idle: Load = { rooms: 0, peers: 0, received: 0, sent: 0, ...nothing }

/** Rooms that read the disk and answer every command as they are told: for tests of the HTTP side alone. */
export function standInRooms({ storage }: Pick<World, 'storage'>): StandInRooms {
  const rooms: StandInRooms = {
    commands: [],
    upgrades: [],
    answer: { state: 'done' },
    command(bearer, request) {
      rooms.commands.push({ bearer, request })
      return rooms.answer instanceof Error ? Promise.reject(rooms.answer) : Promise.resolve(rooms.answer)
    },
    async snapshot(board) {
      const stored = await storage.load(board)
      if (stored === null) throw new StorageFault('no-such-board', board)
      const doc = new Y.Doc()
      for (const update of [...(stored.snapshot === null ? [] : [stored.snapshot.whole]), ...stored.updates])
        Y.applyUpdate(doc, update)
      return snapshot(openBoard(doc))
    },
    async content(board) {
      const stored = await storage.content(board)
      if (stored === null) throw new StorageFault('no-such-board', board)
      return stored
    },
    session: async (board) => (await rooms.snapshot(board)).session,
    add: () => Promise.resolve({ allowed: true, stretch: { client: 1, from: 0, to: 1 } }),
    takeBack: () => Promise.resolve({ allowed: true, gone: 0, kept: 0 }),
    accept(request, socket) {
      rooms.upgrades.push(request.url ?? '')
      socket.destroy()
    },
    attended: () => false,
    load: () => ({ ...idle, rooms: 2, peers: 5 }),
    close: () => Promise.resolve(),
  }
  return rooms
}
