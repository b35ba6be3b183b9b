import { useActor, useSession } from '../model/use-store.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { FinishedChip } from '../session/FinishedChip.tsx'
import { ReadyChip, ReadyTick } from '../session/ReadyTick.tsx'
import { Steering } from '../session/Steering.tsx'

/** The last phase has no next one: its step is the end of the session. */
export function PlanSteering() {
  const { role } = useActor()
  const closing = useSession((session) => session.closing)
  if (role === 'facilitator') {
    return (
      <Steering filled={false}>
        <ReadyChip />
      </Steering>
    )
  }
  if (closing !== null) return <ClosingStep closing={closing} />
  return (
    <>
      <FinishedChip />
      <ReadyTick />
    </>
  )
}
