import { useActor, useSession } from '../model/use-store.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { ReadyChip, ReadyTick } from '../session/ReadyTick.tsx'
import { Steering } from '../session/Steering.tsx'

/** The last phase has no next one: what is left of steering is its menu, and who is through. */
export function PlanSteering() {
  const { role } = useActor()
  const closing = useSession((session) => session.closing)
  if (role !== 'facilitator') return closing === null ? <ReadyTick /> : <ClosingStep closing={closing} />
  return <Steering filled={false} instead={<ReadyChip />} />
}
