import type { Ranked } from '@momentous/shared/priorities/rank'
import { chooseWords, dotsOn } from '../words/choose.ts'
import { nameOf } from '../session/moment-name.ts'
import './vote-bars.css'

const WIDEST = 82

export interface VoteBarsProps {
  /** Those with dots, most first. */
  readonly ranked: readonly Ranked[]
  /** How many of them stand out; the dashed line comes after these. */
  readonly above: number
}

/** So many fit beside each other; what lies further down is read on the notes. */
const SHOWN = 5

/** Totals of a closed vote, by place, and the first of those that the border leaves out. */
export function VoteBars({ ranked, above }: VoteBarsProps) {
  const most = ranked[0]?.ticks ?? 0
  if (most === 0) return <p className="vote-bars-none">{chooseWords.nobody}</p>
  return (
    <ol className="vote-bars" aria-label={chooseWords.results} tabIndex={0}>
      {ranked.slice(0, Math.max(SHOWN, above + 1)).map(({ moment, ticks }, at) => (
        <li key={moment.id} className={barClasses(at, above)}>
          <p className="vote-bar-name" title={nameOf(moment)} aria-hidden="true">
            {nameOf(moment)}
          </p>
          <p className="vote-bar-ticks t-figures" aria-hidden="true">
            <i style={{ width: Math.max(8, (WIDEST * ticks) / most) }} />
            {ticks}
          </p>
          <span className="unseen">{dotsOn(nameOf(moment), ticks)}</span>
        </li>
      ))}
    </ol>
  )
}

function barClasses(at: number, above: number): string {
  if (at < above) return 'vote-bar'
  return at === above && above > 0 ? 'vote-bar vote-bar-below vote-bar-border' : 'vote-bar vote-bar-below'
}
