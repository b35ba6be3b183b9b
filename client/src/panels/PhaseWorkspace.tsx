import type { MomentId } from '@momentous/shared/domain/id'
import type { Phase } from '@momentous/shared/domain/phase'
import { usePriorities, useSession } from '../model/use-store.ts'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { assessWords } from '../words/assess.ts'
import { phaseParts } from './phase-parts.ts'
import { PriorityStrip } from './PriorityStrip.tsx'
import { useLookedAt, type LookedAt } from '../session/use-looked-at.ts'
import './phase-workspace.css'

/** What is written can go home without a shortlist, too. */
const FormAlone = lazyPart(async () => (await import('./FormView.tsx')).FormView)

export interface PhaseWorkspaceProps {
  /** The seat's token: it fetches the files that only the server writes. */
  readonly token: string
}

/** The whole width under the top bar, for the phases that go through the shortlist. */
export function PhaseWorkspace({ token }: PhaseWorkspaceProps) {
  const phase = useSession((session) => session.phase)
  const looked = useLookedAt()
  const { length } = usePriorities()
  if (looked.moment === null || length === 0) {
    return (
      <div className="phase-workspace-none">
        <p>{assessWords.noPriorities}</p>
        {phase === 'plan' && (
          <PartPlace>
            <FormAlone token={token} />
          </PartPlace>
        )}
      </div>
    )
  }
  if (phase === 'plan') {
    return (
      <PartPlace>
        <phaseParts.plan moment={looked.moment} looked={looked} token={token} />
      </PartPlace>
    )
  }
  return (
    <div className="phase-workspace">
      <PriorityStrip looked={looked} />
      {/* Each priority and each phase begins at its top. */}
      <main key={`${phase} ${looked.moment}`} className="phase-workspace-body" id="question" tabIndex={-1}>
        <PartPlace>
          <PhasePanel phase={phase} moment={looked.moment} looked={looked} />
        </PartPlace>
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
      return <phaseParts.assess moment={moment} onNext={looked.onLook} />
    case 'ideas':
      return <phaseParts.ideas moment={moment} />
    case 'decide':
      return <phaseParts.decide moment={moment} />
    case 'lobby':
    case 'post':
    case 'colour':
    case 'choose':
    case 'plan':
      return null
  }
}
