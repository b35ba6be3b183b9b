/** What is timed on its way from one person to the others. */
export type Kind = 'edit' | 'cursor'

/** A point of the board that only this one message has: it carries its number, and so the time at which it was sent. */
export type Mark = readonly [x: number, y: number]

/** Latencies in milliseconds, sorted, of what was sent within a window and seen by the probes. */
export interface Arrivals {
  readonly edit: readonly number[]
  readonly cursor: readonly number[]
}

export interface Marks {
  /** The mark of the next message of this person. */
  next(kind: Kind, person: number): Mark
  /** A probe saw this mark. What it saw before, or sent itself, doesn't count. */
  seen(kind: Kind, probe: number, x: number, y: number): void
  sent(kind: Kind): number
  /** How many arrivals count so far. */
  arrived(kind: Kind): number
  /** From now on arrivals count; ends with what was sent before `until`. */
  open(): void
  shut(): void
  close(): Arrivals
}

/** Whole numbers this far from zero are exact in every encoding, and stay on the board. */
const WIDTH = 8192
const ROWS = 512
const ROOM = WIDTH * ROWS

export function createMarks(now: () => number): Marks {
  const sentAt = new Float64Array(ROOM)
  const sentBy = new Int32Array(ROOM)
  const sent = { edit: 0, cursor: 0 }
  /** The last mark that a probe saw of a person: a state may be told again. */
  const last = { edit: new Map<number, number>(), cursor: new Map<number, number>() }
  let number = 0
  let from = Infinity
  let until = Infinity
  let arrivals = { edit: [] as number[], cursor: [] as number[] }

  return {
    next(kind, person) {
      number = (number + 1) % ROOM
      sentAt[number] = now()
      sentBy[number] = person
      sent[kind]++
      return [number % WIDTH, Math.floor(number / WIDTH)]
    },
    seen(kind, probe, x, y) {
      const which = y * WIDTH + x
      const person = sentBy[which]
      const at = sentAt[which]
      if (person === undefined || at === undefined || person === probe) return
      const pair = probe * 65_536 + person
      if ((last[kind].get(pair) ?? 0) >= at) return
      last[kind].set(pair, at)
      if (at >= from && at < until) arrivals[kind].push(now() - at)
    },
    sent: (kind) => sent[kind],
    arrived: (kind) => arrivals[kind].length,
    open() {
      arrivals = { edit: [], cursor: [] }
      from = now()
      until = Infinity
    },
    shut: () => (until = now()),
    close() {
      from = Infinity
      const sorted = (all: readonly number[]) => all.toSorted((one, other) => one - other)
      return { edit: sorted(arrivals.edit), cursor: sorted(arrivals.cursor) }
    },
  }
}

/** A share of sorted latencies; those that never came, out of `expected`, count as infinitely late. */
export function latencyAt(sorted: readonly number[], share: number, expected = sorted.length): number {
  const at = Math.floor(Math.max(expected, sorted.length) * share)
  // What was on its way at the edges of the window may be missing without being lost.
  if (at >= sorted.length && sorted.length < expected * 0.995) return Infinity
  return sorted[Math.min(at, sorted.length - 1)] ?? Number.NaN
}
