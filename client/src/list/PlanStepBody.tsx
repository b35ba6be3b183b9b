import type { Action } from '@momentous/shared/domain/action'
import type { ActionId, MomentId } from '@momentous/shared/domain/id'
import { Plus } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useActor, useRuling, useStore } from '../model/use-store.ts'
import { ActionText, AgreeLine, DueField } from '../session/ActionForm.tsx'
import { IdeaChips } from '../session/IdeaChips.tsx'
import { Ladder } from '../session/Ladder.tsx'
import { TargetChoice } from '../session/TargetChoice.tsx'
import { usePrimary } from '../session/use-primary.ts'
import { planStepWords } from '../words/list.ts'
import { planWords } from '../words/plan.ts'
import type { PlanStep } from './plan-steps.ts'
import { WhoStep } from './WhoStep.tsx'

export interface PlanStepBodyProps {
  readonly moment: MomentId
  readonly action: Action | undefined
  readonly step: PlanStep
  readonly onPick: (action: ActionId) => void
  readonly onStep: (step: PlanStep) => void
}

/** The field of one question. */
export function PlanStepBody(props: PlanStepBodyProps) {
  const { moment, action, step, onStep } = props
  if (step === 'what') return <WhatStep {...props} />
  if (step === 'ladder') return <Ladder moment={moment} />
  if (step === 'target') return <TargetChoice moment={moment} action={action} />
  if (action === undefined) {
    return (
      <div className="list-stack">
        <p className="t-second">{planStepWords.noAction}</p>
        <Button onClick={() => onStep('what')}>{planStepWords.what}</Button>
      </div>
    )
  }
  switch (step) {
    case 'first':
      return (
        <ActionText
          action={action}
          field="firstStep"
          label={planWords.firstStep}
          placeholder={planWords.firstStepExample}
          rows={2}
        />
      )
    case 'who':
      return <WhoStep action={action} />
    case 'when':
      return <DueField action={action} />
    case 'agree':
      return (
        <div className="list-stack">
          <p className="priority-expected">{action.text === '' ? action.firstStep : action.text}</p>
          <AgreeLine action={action} />
        </div>
      )
  }
}

/** Ideas with merit are one tap away; otherwise it is written here. */
function WhatStep({ moment, action, onPick }: PlanStepBodyProps) {
  const store = useStore()
  const primary = usePrimary()
  const { role } = useActor()
  const ruling = useRuling('add-action', { id: 'action-to-come' as ActionId, moment, text: '' })
  const add = () => {
    const id = store.newId<ActionId>()
    const done = store.act('add-action', { id, moment, text: '' })
    if (done.allowed) onPick(id)
    else store.say(done.reason)
  }
  return (
    <div className="list-stack">
      <IdeaChips moment={moment} action={action} onPick={onPick} />
      {action !== undefined && <ActionText action={action} field="text" label={planWords.done} rows={4} />}
      {action === undefined && role === 'observer' && <p className="t-second">{planWords.lookingOn}</p>}
      {action === undefined && role !== 'observer' && (
        <Button look={primary} icon={<Plus />} refusal={ruling.allowed ? null : ruling.reason} onClick={add}>
          {planWords.add}
        </Button>
      )}
      {action !== undefined && ruling.allowed && (
        <p>
          <TextButton onClick={add}>{planWords.another}</TextButton>
        </p>
      )}
    </div>
  )
}
