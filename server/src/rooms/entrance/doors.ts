import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { closeCodes } from '@momentous/shared/wire/frames'
import { seatedActor } from '../../links/capability.ts'
import type { DoorEvent } from '../../links/door-events.ts'
import type { Peer } from '../line/peer.ts'
import { notify, type Room } from '../room.ts'

const { linkClosed, seatRemoved } = closeReasons

/** Who came with a link alone has said no passphrase. */
function askForSeat(peer: Peer): void {
  peer.close(closeCodes.seatFirst, closeReasons.passphrase)
}

/** What a change of seats, links or the board means for a room that is open. It is on the disk already. */
export function followDoor(room: Room, event: DoorEvent): void {
  switch (event.kind) {
    case 'seat': {
      const { seat } = event
      room.state.seats.set(seat.id, seat)
      for (const peer of room.peers) {
        if (!peer.actor.seated || peer.actor.seat !== seat.id) continue
        if (seat.closed) peer.close(closeCodes.linkGone, event.cause === 'link' ? linkClosed : seatRemoved)
        else peer.actor = seatedActor(seat)
      }
      room.presence.refresh()
      return notify(room, 'people')
    }
    case 'link':
      for (const peer of room.peers) {
        const came = peer.bearer.link === event.link.hash
        if (came && event.link.closed) peer.close(closeCodes.linkGone, linkClosed)
      }
      return
    case 'board-changed':
      room.state.record = event.record
      if (event.record.passphrase !== null) for (const peer of room.peers) if (!peer.actor.seated) askForSeat(peer)
      return notify(room, 'people')
    case 'board-deleted':
      room.closed = true
      notify(room, 'closing')
      for (const peer of room.peers) peer.close(closeCodes.noSuchBoard, closeReasons.deleted)
  }
}
