import type { MomentId } from '@momentous/shared/domain/id'
import { TextButton } from '../controls/TextButton.tsx'
import { useGrade, useMoment, useSession } from '../model/use-store.ts'
import type { LookedAt } from '../session/use-looked-at.ts'
import { assessWords } from '../words/assess.ts'
import { MomentRow } from './MomentRow.tsx'

/** What every screen of a priority is given. */
export interface PriorityProps {
  readonly moment: MomentId
  readonly looked: LookedAt
}

/** The priority that the screen is about; whoever looks at another one than the room is told so. */
export function PriorityHead({ moment, looked }: PriorityProps) {
  const note = useMoment(moment)
  const own = useSession((session) => session.channels)
  const ranking = useGrade(moment)?.settled ?? null
  if (note === undefined) return null
  return (
    <div className="priority-head" data-moment={moment}>
      {looked.aside && (
        <p className="priority-head-aside" role="status">
          {assessWords.lookingAside} <TextButton onClick={looked.onFollow}>{assessWords.backToOthers}</TextButton>
        </p>
      )}
      <MomentRow moment={note} own={own} ranking={ranking} />
    </div>
  )
}
