import { useActor, useGrade } from '../model/use-store.ts'
import { FormTexts } from '../session/FormTexts.tsx'
import { AssessmentText } from '../session/AssessmentText.tsx'
import { EvidenceChoice } from '../session/EvidenceChoice.tsx'
import { useAssessmentRecord } from '../session/use-assessment-record.ts'
import { useSteerer } from '../session/use-steerer.ts'
import { assessWords } from '../words/assess.ts'
import { GradeStep } from './GradeStep.tsx'
import { ListPage } from './ListPage.tsx'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'
import { SpreadStep } from './SpreadStep.tsx'
import './priority-screen.css'

/** Three steps: what they expect, everybody's blind grade, the spread. The room takes them together. */
export function AssessScreen(props: PriorityProps) {
  const { moment } = props
  useAssessmentRecord(moment)
  const grading = useGrade(moment)?.grading ?? null
  if (grading === null) return <ExpectStep {...props} />
  if (grading.state === 'open') return <GradeStep {...props} round={grading.round} />
  return <SpreadStep {...props} spread={grading.spread} />
}

function ExpectStep({ moment, looked }: PriorityProps) {
  const steerer = useSteerer()
  const { role } = useActor()
  return (
    <ListPage
      question={assessWords.expectQuestion}
      hint={assessWords.expectHint}
      page={`expect ${moment}`}
      head={<PriorityHead moment={moment} looked={looked} />}
      foot={role !== 'facilitator' && <p className="list-foot-line">{assessWords.waitForGrading(steerer)}</p>}
    >
      <div className="list-stack">
        <AssessmentText
          moment={moment}
          field="expectation"
          label={assessWords.expectQuestion}
          placeholder={assessWords.expectPlaceholder}
          bare
          rows={3}
        />
        <EvidenceChoice moment={moment} column />
        <FormTexts moment={moment} />
      </div>
      <OtherPriorities moment={moment} onLook={looked.onLook} />
    </ListPage>
  )
}
