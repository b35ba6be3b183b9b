import type { SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import { isQuiet } from '@momentous/shared/rules/anonymous-span'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { alarm, type Alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Peer } from '../line/peer.ts'
import { drawTime } from '../lots.ts'
import { tellMine } from '../secrets/mine.ts'
import { notify, type Room, type Watcher } from '../room.ts'

type Frame = Pick<FrameOf<'people'>, 'people' | 'quiet'>

/** What a person makes known of themselves. */
type Known = Pick<Person, 'name' | 'workplace' | 'online'>

/** The people as they are told while it is quiet. */
export type Roll = Map<SeatId, Known>

/**
 * Keeps what is told of people in the quiet span that runs. In it nobody is told to have gone, to have come back or to be
 * ready: a batch that comes out at about the same time would be theirs. Who is new and who has another name is told to the
 * others minutes later, at a time that is drawn, all together.
 */
export function watchRoll(room: Room): void {
  const roll = new RollWatch(room)
  room.watchers.push(roll)
  roll.governed()
}

class RollWatch implements Watcher {
  readonly #room: Room
  /** Where the server starts again everybody comes back at once, and says nothing by it. */
  readonly #settled: number
  #later: Alarm | null = null

  constructor(room: Room) {
    this.#room = room
    this.#settled = isQuiet(room.state.glance.session) ? room.world.now() + limits.rollSettles : -Infinity
  }

  governed(): void {
    const room = this.#room
    const { world } = room
    const quiet = isQuiet(room.state.glance.session)
    room.presence.setHidden(quiet)
    if (!quiet) {
      room.roll = null
      return this.#later?.clear()
    }
    const begins = room.roll === null
    room.roll ??= new Map()
    if (begins || world.now() < this.#settled) return catchUp(room)
    if (!hasNews(room)) return
    this.#later ??= alarm(world.after, () => this.#tell())
    this.#later.arm(drawTime(world, limits.rollWait))
  }

  people(): void {
    this.governed()
  }

  closing(): void {
    this.#later?.clear()
  }

  #tell(): void {
    catchUp(this.#room)
    notify(this.#room, 'people')
  }
}

function catchUp(room: Room): void {
  const here = seatsHere(room)
  for (const { id, name, workplace } of room.state.seats.values()) {
    const online = here.has(id) || room.roll?.get(id)?.online === true
    room.roll?.set(id, { name, workplace, online })
  }
}

function hasNews(room: Room): boolean {
  const here = seatsHere(room)
  return [...room.state.seats.values()].some((seat) => {
    const told = room.roll?.get(seat.id)
    if (told === undefined) return !seat.closed
    return told.name !== seat.name || told.workplace !== seat.workplace || (here.has(seat.id) && !told.online)
  })
}

const seatsHere = ({ peers }: Room): ReadonlySet<SeatId> => new Set([...peers].map(({ actor }) => actor.seat))

/** With another phase nobody is ready any more; everybody's own tick is told to them alone. */
export function forgetReady(room: Room): void {
  const were = [...room.peers].filter(({ actor }) => room.ready.has(actor.seat))
  room.ready.clear()
  notify(room, 'people')
  const done = (): void => were.forEach((peer) => tellMine(room, peer))
  room.journal.push({ entries: [], done, again: () => undefined })
}

/** The people as everybody may know them now; everybody knows themselves as they are. */
export function toldRoll({ roll, peers, ready }: Room, all: readonly Person[], own: SeatId | null): Frame {
  if (roll === null) return { people: [...all] }
  const people = all.flatMap((person) => {
    const told = person.seat === own ? person : roll.get(person.seat)
    if (told === undefined) return []
    const { name, workplace, online } = told
    return [{ ...person, name, workplace, online, ready: false }]
  })
  return { people, quiet: { ready: ready.size, few: writers(roll, peers) < limits.contributors } }
}

/** Those who came since are counted once they are told: more people is news, too. */
function writers(roll: Roll, peers: ReadonlySet<Peer>): number {
  const here = [...peers].filter(({ actor }) => actor.role !== 'observer' && roll.get(actor.seat)?.online !== false)
  return new Set(here.map(({ actor }) => actor.seat).filter((seat) => roll.has(seat))).size
}

/** Whoever isn't told to the others yet, or not as they are. */
export function isAheadOfRoll({ roll, state }: Room, { actor }: Peer): boolean {
  const seat = state.seats.get(actor.seat)
  if (roll === null || seat === undefined) return false
  const told = roll.get(seat.id)
  return told?.online !== true || told.name !== seat.name || told.workplace !== seat.workplace
}
