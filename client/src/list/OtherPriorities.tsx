import type { MomentId } from '@momentous/shared/domain/id'
import { ChevronRight } from 'lucide-react'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { useGrade, useMoment, usePriorities } from '../model/use-store.ts'
import { listWords } from '../words/list.ts'
import { nameOf } from '../session/moment-name.ts'

export interface OtherPrioritiesProps {
  readonly moment: MomentId
  readonly onLook: (moment: MomentId) => void
}

/** The rest of the shortlist: the facilitator takes everybody there, others only look. */
export function OtherPriorities({ moment, onLook }: OtherPrioritiesProps) {
  const others = usePriorities().filter((id) => id !== moment)
  if (others.length === 0) return null
  return (
    <nav className="other-priorities" aria-labelledby="other-priorities">
      <h3 className="t-label" id="other-priorities">
        {listWords.otherPriorities}
      </h3>
      <ul>
        {others.map((id) => (
          <li key={id}>
            <PriorityLink moment={id} onLook={() => onLook(id)} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PriorityLink({ moment, onLook }: { readonly moment: MomentId; readonly onLook: () => void }) {
  const note = useMoment(moment)
  const ranking = useGrade(moment)?.settled ?? null
  if (note === undefined) return null
  return (
    <button type="button" className="other-priority" onClick={onLook}>
      <span className="other-priority-name">{nameOf(note)}</span>
      {ranking !== null && <RankingBadge ranking={ranking} bare />}
      <ChevronRight />
    </button>
  )
}
