import { viewOf } from '@momentous/shared/board/view'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { alarm } from './alarm.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'
import { writeSnapshot } from './snapshots.ts'
import { tellAll } from './tell.ts'

export function pulseOf(room: Room): FrameOf<'pulse'> {
  const { phase, phaseNumber } = viewOf(room.state.board).session
  return { now: room.world.now(), phase, phaseNumber, writable: room.writable }
}

/** Says now that the phase or the disk is another: everybody's next change is judged by what they know. */
export function tellPulse(room: Room): void {
  tellAll(room, 'pulse', pulseOf(room))
}

/** Every five seconds: the pulse, a ping below it, now and then everybody's presence, and what can wait for a quiet moment. */
export function startPulse(room: Room): void {
  let beat = 0
  const next = alarm(room.world.after, () => {
    next.set(limits.pulse)
    beat++
    pushPulse(room)
    for (const peer of room.peers) peer.ping()
    if (beat % 3 === 0) room.presence.renew()
    void writeSnapshot(room)
  })
  next.set(limits.pulse)
  room.listeners.closing.add(next.clear)
}

/** A pulse names the phase, so it waits like everything else until that is on the disk. */
export function pushPulse(room: Room): void {
  if (!room.writable) return tellPulse(room)
  const pulse = pulseOf(room)
  const now = () => room.world.now()
  room.journal.push({
    entries: [],
    done: () => tellAll(room, 'pulse', { ...pulse, now: now() }),
    again: () => undefined,
  })
}
