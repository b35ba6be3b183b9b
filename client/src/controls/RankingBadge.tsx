import { rankings, type Ranking } from '@momentous/shared/domain/assessment'
import { RankingGlyph } from './RankingGlyph.tsx'
import './ranking-badge.css'

export interface RankingBadgeProps {
  readonly ranking: Ranking
  /** Glyph only, beside another badge; the word is still read aloud. */
  readonly bare?: boolean
}

export function RankingBadge({ ranking, bare }: RankingBadgeProps) {
  return (
    <span className={`ranking-badge ranking-${ranking}`}>
      <RankingGlyph ranking={ranking} size={15} />
      <span className={bare ? 'unseen' : undefined}>{rankings[ranking].label}</span>
    </span>
  )
}

/** The glyph on its colour, 44 px: the picture of a choice. */
export function RankingTile({ ranking }: { readonly ranking: Ranking }) {
  return (
    <span className={`ranking-tile ranking-${ranking}`} aria-hidden="true">
      <RankingGlyph ranking={ranking} size={26} />
    </span>
  )
}
