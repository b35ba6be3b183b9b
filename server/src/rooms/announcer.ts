import { hash } from 'node:crypto'
import type { FrameName, FrameOf } from '@momentous/shared/wire/frames'
import { alarm, type Alarm } from '../alarm.ts'
import type { Room } from './room.ts'
import { tellAll } from './line/tell.ts'

/** Many joins and ticks in a row make one frame. */
const PAUSE = 40
/** Bytes a millisecond that a frame may cost, everybody's together: where many come in at once, each is in fewer frames. */
const SPEED = 2_000
const PAUSE_MAX = 4_000

/**
 * Tells everybody a frame some moments after the first reason for it, and does what comes `behind` it; a frame that says
 * nothing new isn't sent.
 */
export interface Announcer {
  soon(): void
  stop(): void
}

export function announcer<Name extends FrameName>(
  room: Room,
  name: Name,
  build: (room: Room) => FrameOf<Name>,
  behind: (room: Room) => void = () => undefined,
): Announcer {
  return new OneAnnouncer(room, name, build, behind)
}

class OneAnnouncer<Name extends FrameName> implements Announcer {
  readonly #room: Room
  readonly #name: Name
  readonly #build: (room: Room) => FrameOf<Name>
  readonly #behind: (room: Room) => void
  readonly #later: Alarm
  /** A hash of what was said: in a large room all its people are in there. */
  #last = ''
  #notBefore = -Infinity

  constructor(room: Room, name: Name, build: (room: Room) => FrameOf<Name>, behind: (room: Room) => void) {
    this.#room = room
    this.#name = name
    this.#build = build
    this.#behind = behind
    this.#later = alarm(room.world.after, () => this.#announce())
  }

  soon(): void {
    this.#later.arm(Math.max(PAUSE, this.#notBefore - this.#room.world.now()))
  }

  stop(): void {
    this.#later.clear()
  }

  #announce(): void {
    const room = this.#room
    if (room.closed) return
    const fields = this.#build(room)
    const said = JSON.stringify(fields)
    const mark = hash('sha256', said, 'base64url')
    if (mark === this.#last) return
    this.#last = mark
    this.#notBefore = room.world.now() + Math.min(PAUSE_MAX, (said.length * room.peers.size) / SPEED)
    // It may speak of something that is still on its way to the disk.
    const done = (): void => {
      tellAll(room, this.#name, fields)
      this.#behind(room)
    }
    room.journal.push({ entries: [], done, again: () => (this.#last = '') })
  }
}
