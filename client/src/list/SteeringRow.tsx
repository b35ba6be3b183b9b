import type { MomentId } from '@momentous/shared/domain/id'
import type { ReactNode } from 'react'
import { Chip } from '../controls/Chip.tsx'
import { useActor, useSession, useStore } from '../model/use-store.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { KeptMoments } from '../session/KeptMoments.tsx'
import { Steering } from '../session/Steering.tsx'
import { lookInList } from './look-in-list.ts'
import './steering-row.css'

export interface SteeringRowProps {
  /** How far the room is: "8 of 12 ready"; null while there is nothing to count. */
  readonly count: string | null
  /** Instead of the step to the next phase, while something in this one comes first. */
  readonly instead?: ReactNode
  /** The step is the one filled button of the screen. */
  readonly filled: boolean
}

/** The facilitator's bar at the thumb; everybody else reads a step that is closing. */
export function SteeringRow({ count, instead, filled }: SteeringRowProps) {
  const store = useStore()
  const { role } = useActor()
  const closing = useSession((session) => session.closing)
  if (role !== 'facilitator') {
    return (
      closing !== null && (
        <div className="list-foot">
          <div className="steering-row">
            <ClosingStep closing={closing} />
          </div>
        </div>
      )
    )
  }
  const look = () => lookInList(store.records.moments.all(), momentInSight(), store.session.get().focus)
  return (
    <div className="list-foot">
      <div className="steering-row">
        <Steering filled={filled} instead={instead} look={look}>
          <span className="steering-row-count">
            <KeptMoments />
            {count !== null && <Chip>{count}</Chip>}
          </span>
        </Steering>
      </div>
    </div>
  )
}

/** The moment in the middle of what the list shows now. */
function momentInSight(): MomentId | null {
  const list = document.querySelector('.list-main')
  if (list === null) return null
  const { top, height } = list.getBoundingClientRect()
  const middle = top + height / 2
  let nearest: { readonly id: string; readonly far: number } | null = null
  for (const row of list.querySelectorAll<HTMLElement>('[data-moment]')) {
    const box = row.getBoundingClientRect()
    const far = Math.abs(box.top + box.height / 2 - middle)
    if (nearest === null || far < nearest.far) nearest = { id: row.dataset['moment'] ?? '', far }
  }
  return nearest === null ? null : (nearest.id as MomentId)
}
