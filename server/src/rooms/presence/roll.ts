import type { Person } from '@momentous/shared/domain/person'
import { isQuiet } from '@momentous/shared/rules/anonymous-span'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { limits } from '../limits.ts'
import { tellMine } from '../secrets/mine.ts'
import { notify, type Room } from '../room.ts'

type Roll = Pick<FrameOf<'people'>, 'people' | 'quiet'>

/**
 * Keeps who was seen in the quiet span that runs. In it nobody is told to have gone, to have come back or to be ready:
 * a batch that comes out at about the same time would be theirs.
 */
export function watchRoll(room: Room): void {
  const look = (): void => {
    const quiet = isQuiet(room.state.glance.session)
    room.presence.setHidden(quiet)
    if (!quiet) room.seen = null
    else {
      room.seen ??= new Set()
      for (const { actor } of room.peers) room.seen.add(actor.seat)
    }
  }
  room.listeners.governed.add(look)
  room.listeners.people.add(look)
  look()
}

/** With another phase nobody is ready any more; everybody's own tick is told to them alone. */
export function forgetReady(room: Room): void {
  const were = [...room.peers].filter(({ actor }) => room.ready.has(actor.seat))
  room.ready.clear()
  notify(room.listeners.people)
  const done = (): void => were.forEach((peer) => tellMine(room, peer))
  room.journal.push({ entries: [], done, again: () => undefined })
}

/** The people as everybody may know them now. */
export function toldRoll({ seen, peers, ready }: Room, all: readonly Person[]): Roll {
  if (seen === null) return { people: [...all] }
  return {
    people: all.map((person) => ({ ...person, online: seen.has(person.seat), ready: false })),
    quiet: { ready: ready.size, few: writers(peers) < limits.contributors },
  }
}

function writers(peers: Room['peers']): number {
  return new Set([...peers].filter(({ actor }) => actor.role !== 'observer').map(({ actor }) => actor.seat)).size
}
