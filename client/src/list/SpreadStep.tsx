import type { Spread } from '@momentous/shared/domain/assessment'
import { gradesIn } from '@momentous/shared/priorities/spread'
import { RotateCcw } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../controls/Button.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useActor, useRuling } from '../model/use-store.ts'
import { AssessmentText } from '../session/AssessmentText.tsx'
import { SpreadChart } from '../session/SpreadChart.tsx'
import { useAsk } from '../session/use-ask.ts'
import { assessWords, spreadRead, spreadTitle } from '../words/assess.ts'
import { Expected } from './Expected.tsx'
import { ListPage } from './ListPage.tsx'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'
import { TeamsGrade } from './TeamsGrade.tsx'

/** All grades at once, nobody's in particular; then the team's own, and what goes on the form. */
export function SpreadStep({ moment, looked, spread }: PriorityProps & { readonly spread: Spread }) {
  const ask = useAsk()
  const { role } = useActor()
  const again = useRuling('open-grading', { moment })
  const { sayNow } = useAnnouncer()
  useEffect(() => sayNow(spreadRead(spread)), [sayNow, spread])
  return (
    <ListPage
      question={spreadTitle(gradesIn(spread))}
      hint={assessWords.spreadHint}
      page={`spread ${moment}`}
      foot={<TeamsGrade moment={moment} />}
    >
      <div className="priority-block">
        <SpreadChart spread={spread} />
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
      </div>
      <PriorityHead moment={moment} looked={looked} />
      <Expected moment={moment} />
      <div className="list-stack">
        <AssessmentText
          moment={moment}
          field="description"
          label={assessWords.description}
          aside={assessWords.forTheForm}
        />
        <AssessmentText moment={moment} field="issue" label={assessWords.issue} aside={assessWords.forTheForm} />
      </div>
      <OtherPriorities moment={moment} onLook={looked.onLook} />
    </ListPage>
  )
}
