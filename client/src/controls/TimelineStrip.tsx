import { rankings, type Ranking } from '@momentous/shared/domain/assessment'
import type { CSSProperties } from 'react'
import { momentOnStrip } from '../words/controls.ts'
import { RankingBadge } from './RankingBadge.tsx'
import './timeline-strip.css'

export interface StripMoment {
  readonly id: string
  readonly name: string
  readonly priority: boolean
  readonly ranking: Ranking | null
}

export interface TimelineStripProps {
  readonly label: string
  /** All moments of the timeline in order. */
  readonly moments: readonly StripMoment[]
  readonly focus: string | null
  /** Left out where this person may not choose the priority under discussion. */
  readonly onFocus?: ((id: string) => void) | undefined
}

/** The timeline as a line of dots: priorities are numbered and named, the one under discussion is lifted. */
export function TimelineStrip({ label, moments, focus, onFocus }: TimelineStripProps) {
  const reaches = nameReaches(moments)
  return (
    <nav className="timeline-strip" aria-label={label}>
      <ol className="timeline-strip-line">
        {moments.map((moment, at) => (
          <li key={moment.id} className={placeClasses(reaches[at])} style={reachOf(reaches[at])}>
            {moment.priority ? (
              <StripDot moment={moment} number={at + 1} now={moment.id === focus} onFocus={onFocus} />
            ) : (
              <span className="timeline-strip-dot" aria-hidden="true" />
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface StripDotProps {
  readonly moment: StripMoment
  readonly number: number
  readonly now: boolean
  readonly onFocus: ((id: string) => void) | undefined
}

function StripDot({ moment, number, now, onFocus }: StripDotProps) {
  const { id, name, ranking } = moment
  const Part = onFocus ? 'button' : 'span'
  return (
    <Part
      className="timeline-strip-priority"
      title={name}
      aria-current={now ? 'step' : undefined}
      {...(onFocus && { type: 'button', onClick: () => onFocus(id) })}
    >
      <span className="timeline-strip-number t-figures" aria-hidden="true">
        {number}
      </span>
      <span className="timeline-strip-name" aria-hidden="true">
        <span className="timeline-strip-words">{name}</span>
        {ranking !== null && <RankingBadge ranking={ranking} bare />}
      </span>
      <span className="unseen">{momentOnStrip(number, name, ranking && rankings[ranking].label)}</span>
    </Part>
  )
}

interface Reach {
  /** How many places a name may cover before it meets the next priority's: the distance to the nearer neighbour. */
  readonly places: number
  /** How many it may cover, centred, before it passes an end of the line. */
  readonly within: number
}

function nameReaches(moments: readonly StripMoment[]): Reach[] {
  const priorities = moments.flatMap((moment, at) => (moment.priority ? [at] : []))
  return moments.map((_, at) => {
    const gaps = priorities.filter((other) => other !== at).map((other) => Math.abs(other - at))
    return {
      places: Math.min(moments.length, ...gaps),
      within: 2 * Math.min(at, moments.length - 1 - at) + 1,
    }
  })
}

/** The next priority stands right beside it: where places are narrow, only the one under discussion has its name. */
function placeClasses(reach: Reach | undefined): string {
  return reach?.places === 1 ? 'timeline-strip-place timeline-strip-crowded' : 'timeline-strip-place'
}

function reachOf(reach: Reach | undefined): CSSProperties & Record<`--${string}`, number> {
  return { '--reach': reach?.places ?? 1, '--within': reach?.within ?? 1 }
}
