import type { Session } from '@momentous/shared/domain/session'
import { alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Room } from '../room.ts'
import { writeSnapshot } from '../document/snapshots.ts'
import { tellAll } from './tell.ts'

export function phaseOf({ phase, phaseNumber }: Session): Room['toldPhase'] {
  return { phase, phaseNumber }
}

/** Says at once whether anything can be saved; the phase is the one that everybody knows. */
export function tellPulse(room: Room, writable = room.writable): void {
  tellAll(room, 'pulse', { now: room.world.now(), ...room.toldPhase, writable })
}

/** Every five seconds: the pulse, a ping below it, now and then everybody's presence, and what can wait for a quiet moment. */
export function startPulse(room: Room): void {
  let beat = 0
  let waits = false
  /** A disk that has not answered since the last pulse saves nothing now: people are told, and hear from us all the same. */
  function pulse(): void {
    if (waits) return tellPulse(room, false)
    waits = true
    pushPulse(room, () => (waits = false))
  }
  const next = alarm(room.world.after, () => {
    next.set(limits.pulse)
    beat++
    pulse()
    for (const peer of room.peers) peer.ping()
    if (beat % 3 === 0) room.presence.renew()
    void writeSnapshot(room)
  })
  next.set(limits.pulse)
  room.listeners.closing.add(() => next.clear())
}

/** A pulse names the phase, so it waits like everything else until that is on the disk. */
export function pushPulse(room: Room, settled: () => void = () => undefined): void {
  if (!room.writable) {
    settled()
    return tellPulse(room)
  }
  const phase = phaseOf(room.state.glance.session)
  const done = (): void => {
    settled()
    room.toldPhase = phase
    tellPulse(room)
  }
  room.journal.push({ entries: [], done, again: settled })
}
