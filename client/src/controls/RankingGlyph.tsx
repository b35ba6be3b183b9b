import { rankings, type Ranking } from '@momentous/shared/domain/assessment'

const LINE_AT = { above: 11, on: 7, below: 3 }
const DOT_AT = { above: 4.5, on: 7, below: 9.5 }

/** The dot above, on or below the line of what they expect. Decoration: the word stands beside it. */
export function RankingGlyph({ ranking, size = 16 }: { readonly ranking: Ranking; readonly size?: number }) {
  const { dot } = rankings[ranking]
  return (
    <svg width={size} height={(size * 14) / 16} viewBox="0 0 16 14" aria-hidden="true" className="ranking-glyph">
      <path d={`M1.5 ${LINE_AT[dot]}h13`} stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <circle cx="8" cy={DOT_AT[dot]} r="3" fill="currentColor" />
    </svg>
  )
}
