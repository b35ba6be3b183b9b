import type { MomentId } from '@momentous/shared/domain/id'
import { ArrowLeft, ArrowRight, Table } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { usePriorities } from '../model/use-store.ts'
import { usePrimary } from '../session/use-primary.ts'
import { planStepWords } from '../words/list.ts'
import { planWords } from '../words/plan.ts'
import { stepAfter, stepBefore, type PlanStep } from './plan-steps.ts'

export interface PlanFootProps {
  readonly moment: MomentId
  readonly step: PlanStep
  /** Something else on the screen is the next thing to do. */
  readonly quiet: boolean
  readonly onStep: (step: PlanStep) => void
  readonly onLook: (moment: MomentId) => void
  readonly onForm: () => void
}

/** On to the next question, the next priority, and at the end to the form. */
export function PlanFoot({ moment, step, quiet, onStep, onLook, onForm }: PlanFootProps) {
  const primary = usePrimary()
  const priorities = usePriorities()
  const look = quiet ? 'secondary' : primary
  const before = stepBefore(step)
  const after = stepAfter(step)
  const next = priorities[priorities.indexOf(moment) + 1]
  return (
    <div className="list-foot-pair">
      <IconButton
        label={planStepWords.before}
        icon={<ArrowLeft />}
        look="edge"
        refusal={before === null ? planStepWords.isFirst : null}
        onClick={() => before !== null && onStep(before)}
      />
      {after !== null ? (
        <Button look={look} size="large" iconAfter={<ArrowRight />} onClick={() => onStep(after)}>
          {planStepWords.next}
        </Button>
      ) : next !== undefined ? (
        <Button look={look} size="large" iconAfter={<ArrowRight />} onClick={() => onLook(next)}>
          {planWords.nextPriority}
        </Button>
      ) : (
        <Button look={look} size="large" icon={<Table />} onClick={onForm}>
          {planStepWords.toForm}
        </Button>
      )}
    </div>
  )
}
