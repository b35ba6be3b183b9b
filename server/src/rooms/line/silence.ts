import type { Instant } from '@momentous/shared/domain/session'
import { alarm, type After } from '../../alarm.ts'
import { limits } from '../limits.ts'

/** Listens whether a socket still lives. */
export interface Silence {
  /** A frame came: somebody speaks. */
  heard(): void
  /** The line answered. */
  alive(): void
  stop(): void
}

export interface SilenceWatch {
  readonly now: () => Instant
  readonly after: After
  /** Not a word since it came in. */
  mute(): void
  /** The line is dead. */
  dead(): void
  /** False while we don't listen ourselves: then nothing can be heard. */
  listening(): boolean
}

/** Ends a socket that never says anything, and one whose line is dead. */
export function watchSilence({ now, after, mute, dead, listening }: SilenceWatch): Silence {
  let last = now()
  let due = 0
  const first = alarm(after, mute)
  const next = alarm(after, () => {
    const time = now()
    // Set back, the clock would keep a dead line for as long; held up, this process hasn't read yet what was said.
    if (time < last || !listening()) last = time
    if (time - due > limits.lateness) return wait(limits.pulse)
    const silent = time - last
    if (silent >= limits.silence) dead()
    else wait(limits.silence - silent)
  })

  function wait(milliseconds: number): void {
    due = now() + milliseconds
    next.set(milliseconds)
  }

  first.set(limits.firstFrame)
  wait(limits.silence)
  return {
    heard() {
      first.clear()
      last = now()
    },
    alive() {
      last = now()
    },
    stop() {
      first.clear()
      next.clear()
    },
  }
}
