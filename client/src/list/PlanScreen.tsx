import type { Action } from '@momentous/shared/domain/action'
import type { ActionId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { Chip } from '../controls/Chip.tsx'
import { useActionsOf, useActor } from '../model/use-store.ts'
import { planWords } from '../words/plan.ts'
import { planSteps, questionOf, type PlanStep } from './plan-steps.ts'
import { ListPage } from './ListPage.tsx'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PlanFoot } from './PlanFoot.tsx'
import { PlanStepBody } from './PlanStepBody.tsx'
import { FinishedChip } from '../session/FinishedChip.tsx'
import { ReadyTick } from '../session/ReadyTick.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'
import { ofAll } from '../words/list.ts'
import './priority-screen.css'
import './plan-screen.css'

/** One question at a time about what will be done; the answers fill the form. */
export function PlanScreen({ moment, looked, onForm }: PriorityProps & { readonly onForm: () => void }) {
  const actions = useActionsOf(moment)
  const { role } = useActor()
  const [step, setStep] = useState<PlanStep>('what')
  const [picked, setPicked] = useState<ActionId | null>(null)
  const action = actions.find(({ id }) => id === picked) ?? actions[0]
  // What this screen asks for has the filled button, and going on has not.
  const asks = action === undefined || (step === 'who' && action.owner === null)
  return (
    <ListPage
      question={questionOf(step)}
      page={`plan ${moment} ${step}`}
      head={
        <>
          <PriorityHead moment={moment} looked={looked} />
          <p className="t-small t-second t-figures">{ofAll(planSteps.indexOf(step) + 1, planSteps.length)}</p>
        </>
      }
      foot={
        <PlanFoot moment={moment} quiet={asks} step={step} onStep={setStep} onLook={looked.onLook} onForm={onForm} />
      }
    >
      {actions.length > 1 && step !== 'ladder' && (
        <ActionChoice actions={actions} chosen={action?.id ?? null} onChoose={setPicked} />
      )}
      <PlanStepBody moment={moment} action={action} step={step} onPick={setPicked} onStep={setStep} />
      <OtherPriorities moment={moment} onLook={looked.onLook} />
      <div className="priority-ready">
        {role !== 'facilitator' && <FinishedChip />}
        <ReadyTick />
      </div>
    </ListPage>
  )
}

interface ActionChoiceProps {
  readonly actions: readonly Action[]
  readonly chosen: ActionId | null
  readonly onChoose: (action: ActionId) => void
}

function ActionChoice({ actions, chosen, onChoose }: ActionChoiceProps) {
  return (
    <div className="plan-actions plan-screen-actions" role="group" aria-label={planWords.actions}>
      {actions.map((each, at) => (
        <Chip key={each.id} pressed={each.id === chosen} onPress={() => onChoose(each.id)}>
          {planWords.actionNumber(at + 1)}
        </Chip>
      ))}
    </div>
  )
}
