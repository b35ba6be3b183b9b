import { timeline } from '../board/timeline.ts'
import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'

export interface Ranked {
  readonly moment: Moment
  readonly ticks: number
  /** 1 for the most ticks; moments with the same ticks share a place, and the places after them are skipped. */
  readonly place: number
}

/** The moments of the timeline by their ticks; among equals the timeline decides, and nothing else. */
export function rank(moments: Iterable<Moment>, totals: Readonly<Record<string, number>>): readonly Ranked[] {
  const sorted = timeline(moments)
    .map((moment) => ({ moment, ticks: ticksOf(moment.id, totals) }))
    .toSorted((a, b) => b.ticks - a.ticks)
  const firstWith = new Map<number, number>()
  sorted.forEach(({ ticks }, index) => firstWith.has(ticks) || firstWith.set(ticks, index + 1))
  return sorted.map((each) => ({ ...each, place: firstWith.get(each.ticks) ?? 1 }))
}

function ticksOf(id: MomentId, totals: Readonly<Record<string, number>>): number {
  return Object.hasOwn(totals, id) ? (totals[id] ?? 0) : 0
}

export interface Tie {
  readonly place: number
  readonly ticks: number
  readonly moments: readonly Moment[]
}

/** Every place that several moments share. Moments without a tick are no tie: nobody weighed them. */
export function ties(ranked: readonly Ranked[]): readonly Tie[] {
  const byPlace = Map.groupBy(
    ranked.filter(({ ticks }) => ticks > 0),
    ({ place }) => place,
  )
  return [...byPlace]
    .filter(([, equals]) => equals.length > 1)
    .map(([place, equals]) => ({ place, ticks: equals[0]?.ticks ?? 0, moments: equals.map(({ moment }) => moment) }))
}
