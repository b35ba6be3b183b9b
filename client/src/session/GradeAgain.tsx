import type { MomentId } from '@momentous/shared/domain/id'
import { RotateCcw } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useActor, useRuling } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { useAsk } from './use-ask.ts'

/** The facilitator's way to a new round of grades. */
export function GradeAgain({ moment }: { readonly moment: MomentId }) {
  const ask = useAsk()
  const { role } = useActor()
  const ruling = useRuling('open-grading', { moment })
  if (role !== 'facilitator') return null
  return (
    <Button
      look="tertiary"
      icon={<RotateCcw />}
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void ask('open-grading', { moment })}
    >
      {assessWords.gradeAgain}
    </Button>
  )
}
