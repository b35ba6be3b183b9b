import { isOnTimeline } from '../board/timeline.ts'
import type { MomentId } from '../domain/id.ts'
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

/** Why this shortlist can't be settled, as a sentence; null when it can. `moments` are all of the board. */
export function shortlistFault(chosen: readonly MomentId[], reason: string, moments: Iterable<Moment>): string | null {
  if (chosen.length > SHORTLIST_MAX) return 'Five at most, so that you finish them. Which one can wait?'
  if (chosen.length === 0) return 'Choose at least one moment to work on.'
  if (new Set(chosen).size < chosen.length) return 'One moment is on the list twice. Choose each of them once.'
  const onTimeline = new Set([...moments].filter(isOnTimeline).map(({ id }) => id))
  if (!chosen.every((id) => onTimeline.has(id))) return 'One of these moments has left the timeline. Choose again.'
  if (chosen.length < SHORTLIST_MIN && reason.trim() === '') {
    return `${chosen.length === 1 ? 'One' : 'Two'} is fewer than usual. What is the reason?`
  }
  return null
}
