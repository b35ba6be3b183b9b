import type { ActionId, MomentId } from '@momentous/shared/domain/id'
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Chip } from '../controls/Chip.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useActionsOf, useActor, usePriorities, useRuling, useStore, useTimelineIds } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { planWords, priorityLine } from '../words/plan.ts'
import { ActionForm } from '../session/ActionForm.tsx'
import { IdeaChips } from '../session/IdeaChips.tsx'
import { Ladder } from '../session/Ladder.tsx'
import { PlanBin } from '../session/PlanBin.tsx'
import { TargetChoice } from '../session/TargetChoice.tsx'
import type { LookedAt } from '../session/use-looked-at.ts'
import { useMomentName } from '../session/use-moment-name.ts'
import { usePrimary } from '../session/use-primary.ts'

export interface PlanMomentProps {
  readonly moment: MomentId
  readonly looked: LookedAt
}

/** One priority's actions: where it shall go, out of which ideas, what, who, when; and its ladder. */
export function PlanMoment({ moment, looked }: PlanMomentProps) {
  const store = useStore()
  const primary = usePrimary()
  const { role } = useActor()
  const actions = useActionsOf(moment)
  const [picked, setPicked] = useState<ActionId | null>(null)
  const action = actions.find(({ id }) => id === picked) ?? actions[0]
  const ruling = useRuling('add-action', { id: 'action-to-come' as ActionId, moment, text: '' })
  const add = () => {
    const id = store.newId<ActionId>()
    const done = store.act('add-action', { id, moment, text: '' })
    if (done.allowed) setPicked(id)
    else store.say(done.reason)
  }
  const refusal = ruling.allowed ? null : ruling.reason
  return (
    <>
      <PlanHead moment={moment} looked={looked} />
      <TargetChoice moment={moment} action={action} />
      <IdeaChips moment={moment} action={action} onPick={setPicked} />
      {actions.length > 1 && (
        <div className="plan-actions" role="group" aria-label={planWords.actions}>
          {actions.map((each, at) => (
            <Chip key={each.id} pressed={each.id === action?.id} onPress={() => setPicked(each.id)}>
              {planWords.actionNumber(at + 1)}
            </Chip>
          ))}
        </div>
      )}
      {action !== undefined && <ActionForm key={action.id} action={action} />}
      {action === undefined && role === 'observer' && <p className="t-second">{planWords.lookingOn}</p>}
      {action === undefined && role !== 'observer' && (
        <Button look={primary} icon={<Plus />} refusal={refusal} onClick={add}>
          {planWords.add}
        </Button>
      )}
      {action !== undefined && ruling.allowed && (
        <p className="plan-another">
          <TextButton onClick={add}>{planWords.another}</TextButton>
        </p>
      )}
      <Ladder moment={moment} />
      <PlanBin moment={moment} />
    </>
  )
}

function PlanHead({ moment, looked }: PlanMomentProps) {
  const text = useMomentName(moment)
  const line = useTimelineIds()
  const priorities = usePriorities()
  const at = priorities.indexOf(moment)
  const [before, after] = [priorities[at - 1], priorities[at + 1]]
  return (
    <header className="plan-head">
      <div className="plan-head-line">
        <p className="t-small t-second t-figures">
          {priorityLine(line.indexOf(moment) + 1, line.length, at + 1, priorities.length)}
        </p>
        <span className="plan-head-steps">
          {before !== undefined && (
            <IconButton label={planWords.beforePriority} icon={<ChevronLeft />} onClick={() => looked.onLook(before)} />
          )}
          {after !== undefined && (
            <IconButton label={planWords.nextPriority} icon={<ChevronRight />} onClick={() => looked.onLook(after)} />
          )}
        </span>
      </div>
      <h2 className="t-h3">{text}</h2>
      {looked.aside && (
        <p className="t-small t-second">
          {assessWords.lookingAside} <TextButton onClick={looked.onFollow}>{assessWords.backToOthers}</TextButton>
        </p>
      )}
    </header>
  )
}
