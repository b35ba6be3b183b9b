import type { SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { announcer, type Announcer } from '../announcer.ts'
import { isAheadOfRoll, toldRoll } from './roll.ts'
import type { Peer } from '../line/peer.ts'
import type { Room, Watcher } from '../room.ts'

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

/** The people as everybody may know them now, or as `own` may, and what the board asks for at its door. */
export function peopleFrame(room: Room, own: SeatId | null = null): FrameOf<'people'> {
  const { door, passphrase, deleteAt, idleDays } = room.state.record
  const terms = { passphrase: passphrase !== null, deleteAt, idleDays, nearlyFull: room.nearlyFull }
  return { ...toldRoll(room, peopleOf(room), own), doorOpen: door === 'open', terms }
}

/**
 * Tells everybody who has a seat, some moments after the first reason for it. Whoever isn't told to the others yet, or not
 * as they are, hears of oneself.
 */
export class PeopleTeller implements Watcher {
  readonly #room: Room
  readonly #announcer: Announcer
  /** What each of them knows of oneself; made when the first one needs it. */
  #known: WeakMap<Peer, string> | null = null

  constructor(room: Room) {
    this.#room = room
    this.#announcer = announcer(room, 'people', peopleOfBoard, tellThoseAhead)
  }

  people(): void {
    const room = this.#room
    for (const peer of peersAhead(room)) {
      const { name, workplace } = room.state.seats.get(peer.actor.seat) ?? {}
      const own = `${workplace} ${name}`
      this.#known ??= new WeakMap()
      if (this.#known.get(peer) !== own) tellOwn(room, peer)
      this.#known.set(peer, own)
    }
    this.#announcer.soon()
  }

  closing(): void {
    this.#announcer.stop()
  }
}

const peopleOfBoard = (room: Room): FrameOf<'people'> => peopleFrame(room)
const tellThoseAhead = (room: Room): void => peersAhead(room).forEach((peer) => tellOwn(room, peer))

function tellOwn(room: Room, peer: Peer): void {
  peer.tell('people', peopleFrame(room, peer.actor.seat))
}

function peersAhead(room: Room): readonly Peer[] {
  return room.roll === null ? [] : [...room.peers].filter((peer) => peer.greeted && isAheadOfRoll(room, peer))
}
