import { rankingOrder, rankings, type Spread } from '@momentous/shared/domain/assessment'
import { assessWords, gradeMeanings, peopleWith } from '../words/assess.ts'
import './spread-chart.css'

/** One dot a person, above, on or below the line of what they expect. All travel from the line at once. */
export function SpreadChart({ spread }: { readonly spread: Spread }) {
  return (
    <ol className="spread-chart">
      {rankingOrder.map((ranking) => (
        <li key={ranking} className={`spread-row spread-row-${rankings[ranking].dot}`}>
          <p className="spread-row-words" aria-hidden="true">
            <span className="spread-row-label">{rankings[ranking].label}</span>
            <span className="t-small t-second">{gradeMeanings[ranking].spread}</span>
          </p>
          <span className="spread-row-dots" aria-hidden="true">
            {Array.from({ length: spread[ranking] }, (_, at) => (
              <i key={at} className={`spread-dot ranking-${ranking}`} />
            ))}
            {rankings[ranking].dot === 'on' && <span className="spread-row-line">{assessWords.whatTheyExpect}</span>}
          </span>
          <span className="spread-row-count" aria-hidden="true">
            {spread[ranking]}
          </span>
          <span className="unseen">{peopleWith(spread[ranking], rankings[ranking].label)}</span>
        </li>
      ))}
    </ol>
  )
}
