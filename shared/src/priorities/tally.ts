import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'

/** One person's ticks: how many on which moment. Secret for ever; only the sum of all ballots leaves the vault. */
export type Ballot = Readonly<Record<string, number>>

export interface Tally {
  readonly totals: Readonly<Record<string, number>>
  readonly ballots: number
}

/**
 * Sums the ballots of one vote. Ballots on behalf of people without a device are ballots like any other. Ticks on a
 * note that went under another one count for the note on top; ticks on a moment in the bin count for nothing.
 */
export function tally(ballots: Iterable<Ballot>, moments: Iterable<Moment>): Tally {
  const byId = new Map([...moments].map((moment) => [moment.id, moment]))
  // A map, not an object: an id may spell a property that every object has.
  const totals = new Map<MomentId, number>()
  let count = 0
  for (const ballot of ballots) {
    count++
    for (const [id, ticks] of Object.entries(ballot)) {
      const counted = topOfStack(byId.get(id as MomentId), byId)
      if (counted !== null && ticks > 0) totals.set(counted, (totals.get(counted) ?? 0) + ticks)
    }
  }
  return { totals: Object.fromEntries(totals), ballots: count }
}

/** Null when the note on top is in the bin, gone, or the stack runs in a circle. */
function topOfStack(moment: Moment | undefined, byId: ReadonlyMap<MomentId, Moment>): MomentId | null {
  const seen = new Set<MomentId>()
  let top = moment
  while (top !== undefined && !top.removed && !seen.has(top.id)) {
    if (top.stackedOn === null) return top.id
    seen.add(top.id)
    top = byId.get(top.stackedOn)
  }
  return null
}
