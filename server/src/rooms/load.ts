import type { Load } from '../http/room-service.ts'
import type { Room } from './room.ts'

/** How much there is to do, and how much waits to be done, over all boards. */
export function loadOf(rooms: readonly Room[], entrance: Pick<Load, 'turns' | 'received' | 'sent'>): Load {
  const backlogs = rooms.flatMap(({ peers }) => [...peers]).map((peer) => peer.waits())
  const how = (holds: (room: Room) => boolean): number => rooms.filter(holds).length
  return {
    ...entrance,
    rooms: rooms.length,
    documents: how(({ state }) => state.document !== null),
    peers: backlogs.length,
    journals: how(({ journal }) => !journal.isIdle()),
    held: rooms.reduce((sum, { held }) => sum + held.size(), 0),
    backlog: backlogs.reduce((sum, bytes) => sum + bytes, 0),
    slowest: backlogs.reduce((most, bytes) => Math.max(most, bytes), 0),
    unwritable: how(({ writable }) => !writable),
  }
}
