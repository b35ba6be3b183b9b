import { StorageFault } from './storage-fault.ts'
import type { Thread, Verb, Verbs } from './sqlite-thread.ts'

/** A life as long as this forgives the deaths before it, in milliseconds. */
const LASTING = 30_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

export interface Lives {
  /** Begins a life; `ended` is called once, at its end. */
  begin(ended: (detail: string) => void): Thread
  /** A life ended by itself; the next one begins after `pause` milliseconds at the earliest. */
  ended(detail: string, pause: number): void
  now(): number
}

/**
 * A thread that begins anew when it dies: at once the first time, then after longer and longer pauses. What was in flight
 * rejects: it may or may not be on the disk, and whoever asked reads again what became of it.
 */
export function lastingThread({ begin, ended, now }: Lives): Thread {
  let life: Thread | null = null
  let bornAt = 0
  let deaths = 0
  let notBefore = 0
  let stopped = false
  let reason = ''

  function live(): Thread {
    bornAt = now()
    const born = begin((detail) => {
      if (life !== born || stopped) return
      life = null
      deaths = now() - bornAt > LASTING ? 1 : deaths + 1
      const pause = deaths === 1 ? 0 : Math.min(FIRST_PAUSE * 2 ** (deaths - 2), LONGEST_PAUSE)
      notBefore = now() + pause
      reason = detail
      ended(detail, pause)
    })
    return (life = born)
  }
  live()

  function ask<Name extends Verb>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer']> {
    if (stopped || (life === null && now() < notBefore)) {
      return Promise.reject(new StorageFault(stopped ? 'closed' : 'down', null, reason))
    }
    return (life ?? live()).ask(verb, ask)
  }

  return {
    ask,
    async stop() {
      stopped = true
      await life?.stop()
    },
  }
}
