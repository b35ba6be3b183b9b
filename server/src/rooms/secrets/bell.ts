import { alarm, timeUntil } from '../../alarm.ts'
import { limits } from '../limits.ts'
import { drawTime } from '../lots.ts'
import type { Room } from '../room.ts'
import { tellAll } from '../line/tell.ts'

/**
 * The bell sounds some moments after it was rung, and two that ring at about the same time are one bell: neither its time
 * nor an answer tells who rang.
 */
export function watchBell(room: Room): void {
  const { world } = room
  let last = -Infinity
  const later = alarm(world.after, () => {
    last = world.now()
    tellAll(room, 'bell', {})
  })
  room.listeners.bell.add(() => {
    const quietFor = timeUntil(last + limits.bellPause, world.now(), limits.bellPause)
    later.arm(quietFor + drawTime(world, limits.bellWait))
  })
  room.listeners.closing.add(() => later.clear())
}
