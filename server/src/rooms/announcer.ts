import { hash } from 'node:crypto'
import type { FrameName, FrameOf } from '@momentous/shared/wire/frames'
import { alarm } from '../alarm.ts'
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
export function announcer<Name extends FrameName>(
  room: Room,
  name: Name,
  build: () => FrameOf<Name>,
  behind: () => void = () => undefined,
): () => void {
  const later = alarm(room.world.after, announce)
  /** A hash of what was said: in a large room all its people are in there. */
  let last = ''
  let notBefore = -Infinity

  function announce(): void {
    if (room.closed) return
    const fields = build()
    const said = JSON.stringify(fields)
    const mark = hash('sha256', said, 'base64url')
    if (mark === last) return
    last = mark
    notBefore = room.world.now() + Math.min(PAUSE_MAX, (said.length * room.peers.size) / SPEED)
    // It may speak of something that is still on its way to the disk.
    const done = (): void => {
      tellAll(room, name, fields)
      behind()
    }
    room.journal.push({ entries: [], done, again: () => (last = '') })
  }

  room.listeners.closing.add(() => later.clear())
  return () => later.arm(Math.max(PAUSE, notBefore - room.world.now()))
}
