import type { MomentId } from '@momentous/shared/domain/id'
import { assessWords } from '../words/assess.ts'
import { AssessmentText } from './AssessmentText.tsx'

/** What goes into the form's second and third column. */
export function FormTexts({ moment }: { readonly moment: MomentId }) {
  const aside = assessWords.forTheForm
  return (
    <>
      <AssessmentText moment={moment} field="description" label={assessWords.description} aside={aside} />
      <AssessmentText moment={moment} field="issue" label={assessWords.issue} aside={aside} />
    </>
  )
}
