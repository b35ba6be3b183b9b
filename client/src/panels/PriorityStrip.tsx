import type { MomentId } from '@momentous/shared/domain/id'
import { TimelineStrip } from '../controls/TimelineStrip.tsx'
import { usePriorities } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { TextButton } from '../controls/TextButton.tsx'
import { nameOf } from '../session/moment-name.ts'
import { useGrades } from '../session/use-grades.ts'
import type { LookedAt } from '../session/use-looked-at.ts'
import { useTimeline } from '../session/use-timeline.ts'
import './priority-strip.css'

/** The timeline above every screen of a priority. */
export function PriorityStrip({ looked }: { readonly looked: LookedAt }) {
  const moments = useTimeline()
  const priorities = new Set(usePriorities())
  const settled = new Map(useGrades().map((grade) => [grade.moment, grade.settled]))
  return (
    <div className="priority-strip">
      <TimelineStrip
        label={assessWords.strip}
        moments={moments.map((moment) => ({
          id: moment.id,
          name: nameOf(moment),
          priority: priorities.has(moment.id),
          ranking: settled.get(moment.id) ?? null,
        }))}
        focus={looked.moment}
        onFocus={(id) => looked.onLook(id as MomentId)}
      />
      {looked.aside && (
        <p className="priority-strip-aside" role="status">
          {assessWords.lookingAside} <TextButton onClick={looked.onFollow}>{assessWords.backToOthers}</TextButton>
        </p>
      )}
    </div>
  )
}
