import { alarm, timeUntil, type Alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import { drawTime } from '../lots.ts'
import type { Room, Watcher } from '../room.ts'
import { tellAll } from '../line/tell.ts'

/**
 * The bell sounds some moments after it was rung, and two that ring at about the same time are one bell: neither its time
 * nor an answer tells who rang.
 */
export function watchBell(room: Room): void {
  room.watchers.push(new Bell(room))
}

class Bell implements Watcher {
  readonly #room: Room
  #later: Alarm | null = null
  #last = -Infinity

  constructor(room: Room) {
    this.#room = room
  }

  bell(): void {
    const { world } = this.#room
    const quietFor = timeUntil(this.#last + limits.bellPause, world.now(), limits.bellPause)
    this.#later ??= alarm(world.after, () => this.#sound())
    this.#later.arm(quietFor + drawTime(world, limits.bellWait))
  }

  closing(): void {
    this.#later?.clear()
  }

  #sound(): void {
    this.#last = this.#room.world.now()
    tellAll(this.#room, 'bell', {})
  }
}
