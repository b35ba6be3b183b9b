import type { MomentId } from '@momentous/shared/domain/id'
import { useActionsOf, useActor } from '../model/use-store.ts'
import { FormView } from './FormView.tsx'
import { PlanMoment } from './PlanMoment.tsx'
import { PlanSteering } from './PlanSteering.tsx'
import type { LookedAt } from '../session/use-looked-at.ts'
import './plan-panel.css'

export interface PlanPanelProps {
  readonly moment: MomentId
  readonly looked: LookedAt
  readonly token: string
}

/** What will be done at the left, the form that it fills at the right. */
export function PlanPanel({ moment, looked, token }: PlanPanelProps) {
  const observes = useActor().role === 'observer'
  const none = useActionsOf(moment).length === 0
  return (
    <div className="plan">
      <main className="plan-side" id="question" tabIndex={-1}>
        <PlanMoment key={moment} moment={moment} looked={looked} />
      </main>
      <div className="plan-form">
        <FormView token={token} moment={moment} quiet={none && !observes} onPick={looked.onLook}>
          <PlanSteering />
        </FormView>
      </div>
    </div>
  )
}
