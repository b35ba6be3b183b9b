import type { SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import type { Instant } from '@momentous/shared/domain/session'
import { isQuiet } from '@momentous/shared/rules/anonymous-span'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { alarm, type Alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Peer } from '../line/peer.ts'
import { drawTime } from '../lots.ts'
import { tellMine } from '../secrets/mine.ts'
import { notify, type Room, type Watcher } from '../room.ts'
import type { Roll } from './told-roll.ts'

type Frame = Pick<FrameOf<'people'>, 'people' | 'quiet'>

/**
 * Keeps what is told of people in the quiet span that runs. In it nobody is told to have gone, to have come back or to be
 * ready: a batch that comes out at about the same time would be theirs. Who is new and who has another name is told to the
 * others minutes later, at a time that is drawn, all together; who came shortly before that, the next time.
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
  /** Since when there is something to tell of whom. */
  #since: ReadonlyMap<SeatId, Instant> = NOBODY

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
      this.#since = NOBODY
      return this.#later?.clear()
    }
    const begins = room.roll === null
    room.roll ??= new Map()
    if (begins || world.now() < this.#settled) return catchUp(room)
    this.#since = this.#newsSince()
    if (this.#since.size === 0) return
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
    const now = this.#room.world.now()
    const isDue = (seat: SeatId): boolean => Math.abs(now - (this.#since.get(seat) ?? now)) >= limits.rollRests
    catchUp(this.#room, isDue)
    notify(this.#room, 'people')
  }

  #newsSince(): ReadonlyMap<SeatId, Instant> {
    const now = this.#room.world.now()
    const news = newsOf(this.#room)
    return news.length === 0 ? NOBODY : new Map(news.map((seat) => [seat, this.#since.get(seat) ?? now]))
  }
}

const NOBODY: ReadonlyMap<SeatId, Instant> = Object.freeze(new Map<SeatId, Instant>())

function catchUp(room: Room, isDue: (seat: SeatId) => boolean = () => true): void {
  const here = seatsHere(room)
  for (const { id, name, workplace } of room.state.seats.values()) {
    if (!isDue(id)) continue
    const online = here.has(id) || room.roll?.get(id)?.online === true
    room.roll?.set(id, { name, workplace, online })
  }
}

function newsOf(room: Room): readonly SeatId[] {
  const here = seatsHere(room)
  const news = [...room.state.seats.values()].filter((seat) => {
    const told = room.roll?.get(seat.id)
    if (told === undefined) return !seat.closed
    return told.name !== seat.name || told.workplace !== seat.workplace || (here.has(seat.id) && !told.online)
  })
  return news.map(({ id }) => id)
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
