import type { MomentId } from '@momentous/shared/domain/id'
import type { Phase } from '@momentous/shared/domain/phase'
import { usePriorities, useSession } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { AssessPanel } from './AssessPanel.tsx'
import { DecidePanel } from './DecidePanel.tsx'
import { IdeasPanel } from './IdeasPanel.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { PriorityStrip } from './PriorityStrip.tsx'
import { useLookedAt, type LookedAt } from '../session/use-looked-at.ts'
import './phase-workspace.css'

export interface PhaseWorkspaceProps {
  /** The seat's token: it fetches the files that only the server writes. */
  readonly token: string
}

/** The whole width under the top bar, for the phases that go through the shortlist. */
export function PhaseWorkspace({ token }: PhaseWorkspaceProps) {
  const phase = useSession((session) => session.phase)
  const looked = useLookedAt()
  const { length } = usePriorities()
  if (looked.moment === null || length === 0) return <p className="phase-workspace-none">{assessWords.noPriorities}</p>
  if (phase === 'plan') return <PlanPanel moment={looked.moment} looked={looked} token={token} />
  return (
    <div className="phase-workspace">
      <PriorityStrip looked={looked} />
      {/* Each priority and each phase begins at its top. */}
      <main key={`${phase} ${looked.moment}`} className="phase-workspace-body" id="question" tabIndex={-1}>
        <PhasePanel phase={phase} moment={looked.moment} looked={looked} />
      </main>
    </div>
  )
}

interface PhasePanelProps {
  readonly phase: Phase
  readonly moment: MomentId
  readonly looked: LookedAt
}

function PhasePanel({ phase, moment, looked }: PhasePanelProps) {
  switch (phase) {
    case 'assess':
      return <AssessPanel moment={moment} onNext={looked.onLook} />
    case 'ideas':
      return <IdeasPanel moment={moment} />
    case 'decide':
      return <DecidePanel moment={moment} />
    case 'lobby':
    case 'post':
    case 'colour':
    case 'choose':
    case 'plan':
      return null
  }
}
