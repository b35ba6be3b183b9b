import type { Session } from '@momentous/shared/domain/session'
import { alarm, type Alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Room, Watcher } from '../room.ts'
import { writeSnapshot } from '../document/write-snapshot.ts'
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
  const pulse = new Pulse(room)
  room.watchers.push(pulse)
  pulse.start()
}

class Pulse implements Watcher {
  readonly #room: Room
  readonly #next: Alarm
  #beats = 0
  #waits = false

  constructor(room: Room) {
    this.#room = room
    this.#next = alarm(room.world.after, () => this.#beat())
  }

  start(): void {
    this.#next.set(limits.pulse)
  }

  closing(): void {
    this.#next.clear()
  }

  #beat(): void {
    const room = this.#room
    this.start()
    this.#beats++
    this.#tell()
    for (const peer of room.peers) peer.ping()
    if (this.#beats % 3 === 0) room.presence.renew()
    void writeSnapshot(room)
  }

  /** A disk that has not answered since the last pulse saves nothing now: people are told, and hear from us all the same. */
  #tell(): void {
    if (this.#waits) return tellPulse(this.#room, false)
    this.#waits = true
    pushPulse(this.#room, () => (this.#waits = false))
  }
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
