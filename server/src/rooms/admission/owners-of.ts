import { clientOwners, type ClientOwners } from './client-owners.ts'
import type { Room } from '../room.ts'

/** The claims as the storage has them; who is a visitor and who is gone is asked of the room as it is then. */
export function ownersOf(room: Pick<Room, 'state' | 'peers'>): ClientOwners {
  const isVisitor = (seat: Parameters<ClientOwners['mayUse']>[1]): boolean => !room.state.seats.has(seat)
  return clientOwners(
    room.state.claims,
    (seat) => isVisitor(seat) && ![...room.peers].some((peer) => peer.actor.seat === seat && peer.isOpen()),
    isVisitor,
    (client, seat) =>
      [...room.peers].some(
        ({ actor, presenceClient }) => presenceClient === client && actor.seated && actor.seat !== seat,
      ),
  )
}
