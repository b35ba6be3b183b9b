import type { Spread } from '@momentous/shared/domain/assessment'
import { gradesIn } from '@momentous/shared/priorities/spread'
import { useEffect } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { FormTexts } from '../session/FormTexts.tsx'
import { GradeAgain } from '../session/GradeAgain.tsx'
import { SpreadChart } from '../session/SpreadChart.tsx'
import { assessWords, spreadRead, spreadTitle } from '../words/assess.ts'
import { Expected } from './Expected.tsx'
import { ListPage } from './ListPage.tsx'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'
import { TeamsGrade } from './TeamsGrade.tsx'

/** All grades at once, nobody's in particular; then the team's own, and what goes on the form. */
export function SpreadStep({ moment, looked, spread }: PriorityProps & { readonly spread: Spread }) {
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
        <GradeAgain moment={moment} />
      </div>
      <PriorityHead moment={moment} looked={looked} />
      <Expected moment={moment} />
      <div className="list-stack">
        <FormTexts moment={moment} />
      </div>
      <OtherPriorities moment={moment} onLook={looked.onLook} />
    </ListPage>
  )
}
