import { openBoard } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import * as Y from 'yjs'
import type { CommandAnswer, CommandRequest, RoomService } from '../../server/src/http/room-service.ts'
import type { Bearer } from '../../server/src/links/capability.ts'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import type { World } from '../../server/src/rooms/world.ts'

export interface StandInRooms extends RoomService {
  /** What arrived, in order. */
  readonly commands: { bearer: Bearer; request: CommandRequest }[]
  readonly upgrades: string[]
  answer: CommandAnswer | Error
}

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
      for (const update of [...(stored.snapshot === null ? [] : [stored.snapshot.whole]), ...stored.updates]) Y.applyUpdate(doc, update)
      return snapshot(openBoard(doc))
    },
    accept(request, socket) {
      rooms.upgrades.push(request.url ?? '')
      socket.destroy()
    },
    attended: () => false,
    counts: () => ({ rooms: 2, peers: 5 }),
    close: () => Promise.resolve(),
  }
  return rooms
}
