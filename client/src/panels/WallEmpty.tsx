import { useActor, useLoaded, usePeople, useSession, useTimelineIds } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { waitingFor } from '../words/arrivals.ts'
import { postWords } from '../words/post.ts'
import { facilitatorName } from '../session/people-facts.ts'

/** What stands in the middle of a wall that has no note yet. */
export function WallEmpty() {
  const ids = useTimelineIds()
  const loaded = useLoaded()
  const customer = useSession((session) => session.customer)
  const { role } = useActor()
  const { people } = usePeople()
  if (!loaded || ids.length > 0) return null
  const name = facilitatorName(people) || frameWords.facilitator
  return (
    <div className="wall-empty">
      <p className="t-h4">{postWords.empty}</p>
      <p className="t-small t-second">{role === 'observer' ? waitingFor(name) : postWords.emptyHint(customer)}</p>
    </div>
  )
}
