import { evidences, type Evidence } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { Chip } from '../controls/Chip.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useAssessment, useRuling, useStore } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'

const order = Object.keys(evidences) as readonly Evidence[]

/** A guess, something a customer said, or a measured fact. */
export function EvidenceChoice({ moment, column }: { readonly moment: MomentId; readonly column?: boolean }) {
  const store = useStore()
  const evidence = useAssessment(moment)?.evidence ?? null
  const { allowed } = useRuling('set-evidence', { moment, evidence })
  const choose = (chosen: Evidence) => {
    const ruling = store.act('set-evidence', { moment, evidence: chosen })
    if (!ruling.allowed) store.say(ruling.reason)
  }
  if (!allowed) return evidence === null ? null : <Chip>{evidences[evidence].label}</Chip>
  return (
    <Segmented
      label={assessWords.evidence}
      segments={order.map((value) => ({ value, label: evidences[value].label }))}
      value={evidence}
      onChange={choose}
      {...(column && { column })}
    />
  )
}
