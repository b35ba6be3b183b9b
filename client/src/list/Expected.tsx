import { evidences } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Chip } from '../controls/Chip.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { useAssessment } from '../model/use-store.ts'
import { AssessmentText } from '../session/AssessmentText.tsx'
import { EvidenceChoice } from '../session/EvidenceChoice.tsx'
import { assessWords } from '../words/assess.ts'

/** The line that is graded against, still everybody's to correct. */
export function Expected({ moment }: { readonly moment: MomentId }) {
  const [changing, setChanging] = useState(false)
  const assessment = useAssessment(moment)
  const { refusal } = useSharedEdits('assessments', moment, 'expectation')
  if (changing) {
    return (
      <div className="list-stack priority-block">
        <AssessmentText moment={moment} field="expectation" label={assessWords.expectQuestion} autoFocus />
        <EvidenceChoice moment={moment} column />
        <Button onClick={() => setChanging(false)}>{assessWords.keepExpectation}</Button>
      </div>
    )
  }
  const evidence = assessment?.evidence ?? null
  return (
    <section className="priority-block">
      <p className="t-caption">{assessWords.theyExpect}</p>
      <p className="priority-expected">{assessment?.expectation || assessWords.noExpectation}</p>
      <p className="priority-line">
        {evidence !== null && <Chip icon={<MessagesSquare />}>{evidences[evidence].label}</Chip>}
        {refusal === null && <TextButton onClick={() => setChanging(true)}>{assessWords.changeExpectation}</TextButton>}
      </p>
    </section>
  )
}
