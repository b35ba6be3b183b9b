import { dotsInWords } from '../words/controls.ts'
import './dot-pill.css'

export interface DotPillProps {
  readonly count: number
  /** On the shortlist: filled with the accent. */
  readonly strong?: boolean
}

/** The dots that a moment got, after the vote has closed. */
export function DotPill({ count, strong = true }: DotPillProps) {
  return (
    <span className={strong ? 'dot-pill dot-pill-strong' : 'dot-pill'}>
      <span className="dot-pill-dot" aria-hidden="true" />
      <span className="t-figures" aria-hidden="true">
        {count}
      </span>
      <span className="unseen">{dotsInWords(count)}</span>
    </span>
  )
}

/** One of my own dots: put, or still in the hand. */
export function Dot({ put }: { readonly put: boolean }) {
  return <span className={put ? 'own-dot own-dot-put' : 'own-dot'} aria-hidden="true" />
}
