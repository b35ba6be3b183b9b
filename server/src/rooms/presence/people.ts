import type { Person } from '@momentous/shared/domain/person'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { toldRoll } from './roll.ts'
import type { Room } from '../room.ts'

/** Everybody who has a seat on the board, here or not. */
export function peopleOf({ state, peers, ready }: Room): readonly Person[] {
  const here = new Set([...peers].map((peer) => peer.actor.seat))
  return [...state.seats.values()]
    .filter((seat) => !seat.closed)
    .map(({ id, name, role, workplace }) => ({
      seat: id,
      name,
      role,
      workplace,
      online: here.has(id),
      ready: ready.has(id),
      heir: state.record.heir === id,
    }))
}

/** The people as everybody may know them now, and what the board asks for at its door. */
export function peopleFrame(room: Room): FrameOf<'people'> {
  const { door, passphrase, deleteAt, idleDays } = room.state.record
  const terms = { passphrase: passphrase !== null, deleteAt, idleDays, nearlyFull: room.nearlyFull }
  return { ...toldRoll(room, peopleOf(room)), doorOpen: door === 'open', terms }
}
