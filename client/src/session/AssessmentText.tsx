import { ASSESSMENT_TEXT_MAX } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { SharedText } from '../controls/SharedText.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { useAssessment } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'

export interface AssessmentTextProps {
  readonly moment: MomentId
  readonly field: 'expectation' | 'description' | 'issue'
  readonly label: string
  readonly aside?: string
  readonly placeholder?: string
  readonly bare?: boolean
  readonly rows?: number
  readonly autoFocus?: boolean
  readonly onBlur?: () => void
}

/** One of the texts that the team writes about a priority, together. */
export function AssessmentText({ moment, field, label, aside, placeholder, bare, ...rest }: AssessmentTextProps) {
  const assessment = useAssessment(moment)
  const { refusal, onEdit } = useSharedEdits('assessments', moment, field)
  return (
    <SharedText
      {...rest}
      label={label}
      // An example is for those who may write; to others it would look like the team's own words.
      placeholder={refusal === null ? placeholder : assessWords.noExpectation}
      aside={aside}
      {...(bare && { bare })}
      value={assessment?.[field] ?? ''}
      live={assessment !== undefined}
      readOnly={refusal !== null}
      title={refusal ?? undefined}
      maxLength={ASSESSMENT_TEXT_MAX}
      onEdit={onEdit}
    />
  )
}
