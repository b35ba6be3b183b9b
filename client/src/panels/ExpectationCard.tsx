import type { MomentId } from '@momentous/shared/domain/id'
import { assessWords } from '../words/assess.ts'
import { AssessmentText } from '../session/AssessmentText.tsx'
import { EvidenceChoice } from '../session/EvidenceChoice.tsx'

/** The expectation comes first: a grade means nothing without it. */
export function ExpectationCard({ moment }: { readonly moment: MomentId }) {
  return (
    <section className="assess-card assess-first">
      <div>
        <h2 className="t-h2">{assessWords.expectQuestion}</h2>
        <p className="t-second">{assessWords.expectHint}</p>
      </div>
      <AssessmentText
        moment={moment}
        field="expectation"
        label={assessWords.expectQuestion}
        placeholder={assessWords.expectPlaceholder}
        bare
        rows={3}
      />
      <div className="assess-first-evidence">
        <EvidenceChoice moment={moment} />
      </div>
    </section>
  )
}
