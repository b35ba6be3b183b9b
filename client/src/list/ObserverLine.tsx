import { Eye } from 'lucide-react'
import { useActor, usePeople } from '../model/use-store.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { frameWords, observerOf } from '../words/frame.ts'

/** Instead of composers and buttons: what this link is for, and whom to ask for another one. */
export function ObserverLine() {
  const { role } = useActor()
  const { people } = usePeople()
  if (role !== 'observer') return null
  return (
    <div className="list-foot">
      <p className="list-foot-fact list-foot-line">
        <Eye />
        <span>{observerOf(facilitatorName(people) || frameWords.facilitator)}</span>
      </p>
    </div>
  )
}
