import { evidences } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { Chip } from '../controls/Chip.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useAssessment, useGrade } from '../model/use-store.ts'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { assessWords } from '../words/assess.ts'
import { FormTexts } from '../session/FormTexts.tsx'
import { AssessmentText } from '../session/AssessmentText.tsx'
import { AssessTray } from './AssessTray.tsx'
import { EvidenceChoice } from '../session/EvidenceChoice.tsx'
import { ExpectationCard } from './ExpectationCard.tsx'
import { GradeCard } from './GradeCard.tsx'
import { PriorityNote } from './PriorityNote.tsx'
import { SpreadCard } from './SpreadCard.tsx'
import { useAssessmentRecord } from '../session/use-assessment-record.ts'
import './phase-workspace.css'
import './assess-panel.css'

export interface AssessPanelProps {
  readonly moment: MomentId
  /** The priority is settled: on to this one. */
  readonly onNext: (moment: MomentId) => void
}

/** What they expect, then everybody's blind grade, then the spread and the team's grade. */
export function AssessPanel({ moment, onNext }: AssessPanelProps) {
  useAssessmentRecord(moment)
  const grading = useGrade(moment)?.grading ?? null
  return (
    <div className="priority-columns">
      <div className="assess-about">
        <PriorityNote moment={moment} />
        {grading !== null && <Expectation moment={moment} />}
        <FormTexts moment={moment} />
      </div>
      <div className="priority-main">
        {grading === null && <ExpectationCard moment={moment} />}
        {grading?.state === 'open' && <GradeCard moment={moment} round={grading.round} />}
        {grading?.state === 'revealed' && <SpreadCard moment={moment} spread={grading.spread} />}
        <AssessTray moment={moment} onNext={onNext} />
      </div>
    </div>
  )
}

/** The line that is graded against; still everybody's to correct. */
function Expectation({ moment }: { readonly moment: MomentId }) {
  const [changing, setChanging] = useState(false)
  const assessment = useAssessment(moment)
  const { refusal } = useSharedEdits('assessments', moment, 'expectation')
  if (changing) {
    return (
      <div className="assess-expectation">
        <AssessmentText moment={moment} field="expectation" label={assessWords.expectQuestion} autoFocus />
        <EvidenceChoice moment={moment} column />
        <TextButton onClick={() => setChanging(false)}>{assessWords.keepExpectation}</TextButton>
      </div>
    )
  }
  const evidence = assessment?.evidence ?? null
  return (
    <section className="assess-expectation">
      <h2 className="t-label">{assessWords.expectQuestion}</h2>
      <p className="assess-expected">{assessment?.expectation || assessWords.noExpectation}</p>
      <p className="assess-evidence">
        {evidence !== null && <Chip icon={<MessagesSquare />}>{evidences[evidence].label}</Chip>}
        {refusal === null && <TextButton onClick={() => setChanging(true)}>{assessWords.changeExpectation}</TextButton>}
      </p>
    </section>
  )
}
