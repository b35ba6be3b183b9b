import type { Spread } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { gradesIn } from '@momentous/shared/priorities/spread'
import { RotateCcw } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../controls/Button.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useActor, useRuling } from '../model/use-store.ts'
import { assessWords, spreadRead, spreadTitle } from '../words/assess.ts'
import { GradedChip } from '../session/GradedChip.tsx'
import { SpreadChart } from '../session/SpreadChart.tsx'
import { useAsk } from '../session/use-ask.ts'

export interface SpreadCardProps {
  readonly moment: MomentId
  readonly spread: Spread
}

/** All grades at once, and nobody's in particular. */
export function SpreadCard({ moment, spread }: SpreadCardProps) {
  const ask = useAsk()
  const { role } = useActor()
  const again = useRuling('open-grading', { moment })
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
          {role === 'facilitator' && (
            <Button
              look="tertiary"
              icon={<RotateCcw />}
              refusal={again.allowed ? null : again.reason}
              onClick={() => void ask('open-grading', { moment })}
            >
              {assessWords.gradeAgain}
            </Button>
          )}
          <GradedChip moment={moment} />
        </div>
      </header>
      <SpreadChart spread={spread} />
    </section>
  )
}
