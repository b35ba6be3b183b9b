import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { closeCodes } from '@momentous/shared/wire/frames'
import { join, leave } from '../attend.ts'
import { limits } from '../limits.ts'
import type { Peer } from './peer.ts'
import { readSocket, type Reader } from './reading.ts'
import type { Room } from '../room.ts'

export interface Attending extends Reader {
  /** Called when the socket is gone. */
  left(): void
}

/** What coming in costs before it comes to the room: the handshake, and looking up the link. In milliseconds. */
const ARRIVING = 0.5

/** Brings a socket and its room together for as long as both last. */
export function attendSocket(room: Room, attending: Attending): void {
  const { peer, socket, left } = attending
  room.share.spend(ARRIVING)
  const refusal = refusalOf(room, peer)
  if (refusal !== null) {
    left()
    return peer.close(refusal.code, refusal.reason)
  }
  const stop = readSocket(room, attending)
  socket.on('close', () => {
    stop()
    charge(room, () => leave(room, peer))
    left()
  })
  charge(room, () => join(room, peer))
}

/** What others have to hear when somebody comes or goes takes time as well. */
function charge({ share }: Room, work: () => void): void {
  const began = performance.now()
  work()
  share.spend(performance.now() - began)
}

interface Refusal {
  readonly code: number
  readonly reason: string
}

/** Null for who may come in now. */
function refusalOf(room: Room, peer: Peer): Refusal | null {
  const { record } = room.state
  const { seated, role } = peer.actor
  if (!seated && record.passphrase !== null) return { code: closeCodes.seatFirst, reason: closeReasons.passphrase }
  // Behind a closed door only those stay who have a seat, and whoever could open it.
  const isOutside = !seated && role !== 'facilitator'
  if (isOutside && record.door === 'closed') return { code: closeCodes.linkGone, reason: closeReasons.doorClosed }
  const full = fullFor(room, peer)
  return full === null ? null : { code: closeCodes.tryLater, reason: full }
}

/**
 * Null when there is room for this socket; else why not. The last sockets are kept for facilitators, and those before them for
 * seats that have none yet: neither open tabs nor people with a mere link keep out somebody who has a seat.
 */
function fullFor({ peers }: Room, { actor, bearer }: Peer): string | null {
  const isSteering = actor.role === 'facilitator'
  const mine = [...peers].filter((peer) => peer.bearer.token === bearer.token).length
  const isFirst = actor.seated && mine === 0
  const most = limits.sockets - (isSteering ? 0 : limits.socketsForFacilitators)
  if (peers.size >= most - (isFirst || isSteering ? 0 : limits.socketsForSeats)) {
    return 'This board is full at the moment.'
  }
  if (actor.seated && mine >= limits.socketsPerSeat) return 'This board is open too often on this seat.'
  return !actor.seated && mine >= limits.socketsPerLink ? 'This link is open too often at the moment.' : null
}
