import { refill, type Allowance, type Budget } from '../../budget.ts'

/** What a board takes of the event loop, whatever for: reading, joining, telling. It rests when that is more than its share. */
export interface Share {
  /** So many milliseconds went to this board. */
  spend(milliseconds: number): void
  /** A single large frame of it took so many milliseconds, during which nobody else was heard. */
  spendAtOnce(milliseconds: number): void
  /** For how many milliseconds nothing of it is read and nobody is let in; 0 while it may go on. */
  rest(): number
  /** The same for its large frames alone. */
  restOfLarge(): number
}

export interface Shares {
  /** `wakes`: its document is being built, and what is read before that only piles up, to be judged in one go. */
  open(wakes?: () => boolean): Share
}

/** What one board may take in a second, in milliseconds, and be ahead; it counts only while all together take too much. */
const OWN: Allowance = { most: 60, perSecond: 200 }
const ALL: Allowance = { most: 80, perSecond: 400 }
/**
 * What large frames may take beyond what nobody feels: some of the largest, as of somebody who pastes a board of notes, takes
 * them back and does it again; and then the next in some seconds.
 */
const LARGE: Allowance = { most: 300, perSecond: 15 }
const UNFELT = 30
/** Nobody is in debt for longer than this: half a second, a quarter, and five seconds. */
const DEBT = { own: -100, all: -100, large: -75 } as const
/** Less isn't worth an alarm. */
const LEAST = 15
/** It is asked again after so long whether the document is there. */
const WAKING = 5
/** A board that took nothing for so long isn't there. */
const PRESENT = 1_000

/** One for all rooms of a process, which share its event loop. Who is alone on it may take all of it. */
export function createShares(now: () => number = () => performance.now()): Shares {
  const all: Budget = { left: ALL.most, at: now() }
  let latest: Share | null = null
  let latestAt = -Infinity
  /** When a board that isn't the latest one took something. */
  let othersAt = -Infinity

  function note(share: Share, milliseconds: number): number {
    const time = now()
    if (latest !== share) othersAt = latestAt
    latest = share
    latestAt = time
    all.left = Math.max(DEBT.all, refill(all, time, ALL) - milliseconds)
    return time
  }

  function isAlone(share: Share): boolean {
    return now() - (latest === share ? othersAt : latestAt) > PRESENT
  }

  const isBusy = (): boolean => refill(all, now(), ALL) < 0

  const loop: Loop = { now, note, isAlone, isBusy }
  return { open: (wakes = never) => new OneShare(loop, wakes) }
}

const never = (): boolean => false

interface Loop {
  readonly now: () => number
  /** Answers when that was. */
  note(share: Share, milliseconds: number): number
  isAlone(share: Share): boolean
  isBusy(): boolean
}

/** Every room has one. */
class OneShare implements Share {
  readonly #loop: Loop
  readonly #own: Budget
  readonly #wakes: () => boolean
  #large: Budget | null = null

  constructor(loop: Loop, wakes: () => boolean) {
    this.#loop = loop
    this.#wakes = wakes
    this.#own = { left: OWN.most, at: loop.now() }
  }

  spend(milliseconds: number): void {
    const own = this.#own
    const time = this.#loop.note(this, milliseconds)
    own.left = Math.max(DEBT.own, refill(own, time, OWN) - milliseconds)
  }

  spendAtOnce(milliseconds: number): void {
    if (milliseconds <= UNFELT) return
    const large = (this.#large ??= { left: LARGE.most, at: this.#loop.now() })
    large.left = Math.max(DEBT.large, refill(large, this.#loop.now(), LARGE) - (milliseconds - UNFELT))
  }

  rest(): number {
    if (this.#wakes()) return WAKING
    if (!this.#loop.isBusy() || this.#loop.isAlone(this)) return 0
    return pauseOf(this.#own, this.#loop.now(), OWN)
  }

  restOfLarge(): number {
    return this.#large === null || this.#loop.isAlone(this) ? 0 : pauseOf(this.#large, this.#loop.now(), LARGE)
  }
}

function pauseOf(budget: Budget, now: number, allowance: Allowance): number {
  const left = refill(budget, now, allowance)
  return left >= 0 ? 0 : Math.max(LEAST, Math.ceil((-left * 1000) / allowance.perSecond))
}
