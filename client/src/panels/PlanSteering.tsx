import { useActor, useSession } from '../model/use-store.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { Steering } from '../session/Steering.tsx'

/** The last phase has no next one: what is left of steering is its menu. */
export function PlanSteering() {
  const { role } = useActor()
  const closing = useSession((session) => session.closing)
  if (role === 'facilitator') return <Steering filled={false} />
  return closing === null ? null : <ClosingStep closing={closing} />
}
