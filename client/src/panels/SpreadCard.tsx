import type { Spread } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { gradesIn } from '@momentous/shared/priorities/spread'
import { useEffect } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { assessWords, spreadRead, spreadTitle } from '../words/assess.ts'
import { GradeAgain } from '../session/GradeAgain.tsx'
import { GradedChip } from '../session/GradedChip.tsx'
import { SpreadChart } from '../session/SpreadChart.tsx'

export interface SpreadCardProps {
  readonly moment: MomentId
  readonly spread: Spread
}

/** All grades at once, and nobody's in particular. */
export function SpreadCard({ moment, spread }: SpreadCardProps) {
  const { sayNow } = useAnnouncer()
  useEffect(() => sayNow(spreadRead(spread)), [sayNow, spread])
  return (
    <section className="assess-card">
      <header className="assess-card-head">
        <div>
          <h2 className="t-h3">{spreadTitle(gradesIn(spread))}</h2>
          <p className="t-small t-second">{assessWords.spreadHint}</p>
        </div>
        <div className="assess-card-side">
          <GradeAgain moment={moment} />
          <GradedChip moment={moment} />
        </div>
      </header>
      <SpreadChart spread={spread} />
    </section>
  )
}
