import type { Moment } from '../domain/moment.ts'
import { SHORTLIST_MAX, SHORTLIST_MIN } from '../domain/session.ts'
import type { Ranked } from './rank.ts'

/** What a closed vote suggests; the facilitator settles it. Moments come by rank. */
export type Suggestion =
  | { readonly state: 'clear'; readonly moments: readonly Moment[] }
  /** No list of 3 to 5 has a clean border: `sure` are in, and between `fewest` and `most` of the `tied` have room. */
  | {
      readonly state: 'tie'
      readonly sure: readonly Moment[]
      readonly tied: readonly Moment[]
      readonly fewest: number
      readonly most: number
    }
  /** Fewer than 3 moments have a tick at all. */
  | { readonly state: 'few'; readonly moments: readonly Moment[] }

/** The shortest list of 3 to 5 that splits no tie: few priorities get finished. */
export function suggestShortlist(ranked: readonly Ranked[]): Suggestion {
  const ticked = ranked.filter(({ ticks }) => ticks > 0)
  if (ticked.length < SHORTLIST_MIN) return { state: 'few', moments: momentsOf(ticked) }
  for (let size = SHORTLIST_MIN; size <= SHORTLIST_MAX; size++) {
    if (ticked[size - 1]?.ticks !== ticked[size]?.ticks)
      return { state: 'clear', moments: momentsOf(ticked.slice(0, size)) }
  }
  const border = ticked[SHORTLIST_MAX]?.ticks ?? 0
  const sure = ticked.filter(({ ticks }) => ticks > border)
  return {
    state: 'tie',
    sure: momentsOf(sure),
    tied: momentsOf(ticked.filter(({ ticks }) => ticks === border)),
    fewest: SHORTLIST_MIN - sure.length,
    most: SHORTLIST_MAX - sure.length,
  }
}

function momentsOf(ranked: readonly Ranked[]): readonly Moment[] {
  return ranked.map(({ moment }) => moment)
}

/** Why a shortlist of this many moments can't be settled, as a sentence; null when it can. */
export function shortlistFault(size: number, reason: string): string | null {
  if (size > SHORTLIST_MAX) return 'Five at most, so that you finish them. Which one can wait?'
  if (size === 0) return 'Choose at least one moment.'
  if (size >= SHORTLIST_MIN || reason.trim() !== '') return null
  return `${size === 1 ? 'One' : 'Two'} is fewer than usual. What is the reason? It goes on the record.`
}
