import type { Phase } from '@momentous/shared/domain/phase'
import { useActor, useOffered, useSession } from '../model/use-store.ts'
import type { LookedAt } from '../session/use-looked-at.ts'
import { useReadiness } from '../session/use-people.ts'
import { finishedCount, readyCount } from '../words/frame.ts'
import { AssessSteering } from './AssessSteering.tsx'
import { ShortlistSteering } from './ShortlistSteering.tsx'
import { SteeringRow } from './SteeringRow.tsx'

/** What the facilitator does next in this phase; nobody else gets more than a step that is closing. */
export function PhaseSteering({ looked }: { readonly looked: LookedAt }) {
  const phase = useSession((session) => session.phase)
  const voted = useSession(({ vote }) => vote.state === 'closed')
  const steers = useActor().role === 'facilitator'
  if (steers && phase === 'choose' && voted) return <ShortlistSteering />
  if (steers && phase === 'assess' && looked.moment !== null) {
    return <AssessSteering key={looked.moment} moment={looked.moment} onNext={looked.onLook} />
  }
  return <PlainSteering phase={phase} />
}

/** In the lobby the filled button opens the wall; elsewhere the step is filled when everybody is ready. */
function PlainSteering({ phase }: { readonly phase: Phase }) {
  const { ready, all, everybody } = useReadiness()
  const answering = useOffered().length > 0
  const count = phase === 'choose' ? finishedCount(ready, all) : readyCount(ready, all)
  return (
    <SteeringRow
      count={all > 0 && phase !== 'lobby' ? count : null}
      filled={(everybody || phase === 'lobby') && !answering}
    />
  )
}
