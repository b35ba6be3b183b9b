import type { Action } from '@momentous/shared/domain/action'
import { legalTargets, rankings, type Ranking } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { ArrowRight } from 'lucide-react'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { RankingGlyph } from '../controls/RankingGlyph.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useActor, useGrade, useStore } from '../model/use-store.ts'
import { planWords } from '../words/plan.ts'
import './action-form.css'

export interface TargetChoiceProps {
  readonly moment: MomentId
  readonly action: Action | undefined
}

/** From today's ranking to one that the method allows; never backwards. */
export function TargetChoice({ moment, action }: TargetChoiceProps) {
  const store = useStore()
  const { role } = useActor()
  const settled = useGrade(moment)?.settled ?? null
  if (settled === null) return <p className="t-small t-second">{planWords.notSettled}</p>
  const targets: readonly Ranking[] = legalTargets[settled]
  const aim = (target: Ranking) => {
    if (action === undefined) return
    const ruling = store.act('set-action', { id: action.id, target })
    if (!ruling.allowed) store.say(ruling.reason)
  }
  const target = action?.target ?? null
  const aims = action !== undefined && (role !== 'observer' || target !== null)
  return (
    <div className="plan-target">
      <RankingBadge ranking={settled} />
      {aims && <ArrowRight aria-hidden="true" />}
      {action !== undefined && role === 'observer' && target !== null && <RankingBadge ranking={target} />}
      {action !== undefined && role !== 'observer' && (
        <Segmented
          label={planWords.target}
          bare
          segments={targets.map((value) => ({
            value,
            label: rankings[value].label,
            icon: <RankingGlyph ranking={value} />,
          }))}
          value={target}
          onChange={aim}
        />
      )}
    </div>
  )
}
