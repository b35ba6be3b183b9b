import type { Instant } from '@momentous/shared/domain/session'
import { alarm, type After, type Alarm } from '../../alarm.ts'
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
export function watchSilence(watch: SilenceWatch): Silence {
  return new OneSilence(watch)
}

class OneSilence implements Silence {
  readonly #watch: SilenceWatch
  /** Null once something was said. */
  #first: Alarm | null
  readonly #next: Alarm
  #last: Instant
  #due = 0

  constructor(watch: SilenceWatch) {
    this.#watch = watch
    this.#last = watch.now()
    this.#first = alarm(watch.after, () => watch.mute())
    this.#next = alarm(watch.after, () => this.#look())
    this.#first.set(limits.firstFrame)
    this.#wait(limits.silence)
  }

  heard(): void {
    this.#first?.clear()
    this.#first = null
    this.alive()
  }

  alive(): void {
    this.#last = this.#watch.now()
  }

  stop(): void {
    this.#first?.clear()
    this.#next.clear()
  }

  #look(): void {
    const time = this.#watch.now()
    // Set back, the clock would keep a dead line for as long; held up, this process hasn't read yet what was said.
    if (time < this.#last || !this.#watch.listening()) this.#last = time
    if (time - this.#due > limits.lateness) return this.#wait(limits.pulse)
    const silent = time - this.#last
    if (silent >= limits.silence) this.#watch.dead()
    else this.#wait(limits.silence - silent)
  }

  #wait(milliseconds: number): void {
    this.#due = this.#watch.now() + milliseconds
    this.#next.set(milliseconds)
  }
}
