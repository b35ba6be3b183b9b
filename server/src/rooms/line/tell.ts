import type { FrameName, FrameOf } from '@momentous/shared/wire/frames'
import { writeFrame } from '@momentous/shared/wire/frames'
import type { SeatId } from '@momentous/shared/domain/id'
import type { Peer } from './peer.ts'
import type { Room } from '../room.ts'
import { updateFrame } from '../document/sync.ts'
import { framed } from './ws-frame.ts'

/** Passes updates that are on the disk to everybody who has the document but their author. */
export function broadcast(room: Room, updates: readonly Uint8Array[], author: Peer | null): void {
  room.world.tick.told(updates.length * room.peers.size)
  for (const update of updates) {
    const message = framed(updateFrame(update))
    for (const peer of room.peers) if (peer !== author && peer.synced) peer.pass(message)
  }
}

/** Sends a frame of ours to everybody who understands it. */
export function tellAll<Name extends FrameName>(room: Room, name: Name, fields: FrameOf<Name>): void {
  const message = framed(writeFrame(name, fields))
  for (const peer of room.peers) if (peer.speaksOurs && peer.greeted) peer.pass(message)
}

/** All sockets of one seat. */
export function peersOf(room: Room, seat: SeatId): readonly Peer[] {
  return [...room.peers].filter((peer) => peer.actor.seat === seat)
}

/** Says `saved` with the batch under way, in one frame a peer. */
export function acknowledge(room: Room, peer: Peer, key: number): void {
  const keys = room.acknowledged.get(peer)
  if (keys === undefined) room.acknowledged.set(peer, [key])
  else keys.push(key)
}

/** Runs `tell`, and then says `saved`: an acknowledgement comes behind what it acknowledges. It leaves at once, and presence with it. */
export function together(room: Room, tell: () => void): void {
  tell()
  for (const [peer, keys] of room.acknowledged) peer.tell('saved', { keys })
  room.acknowledged.clear()
  room.presence.comeAlong()
  room.world.tick.hasten()
}
