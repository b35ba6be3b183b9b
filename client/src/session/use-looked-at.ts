import type { MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { useActor, usePriorities, useSession } from '../model/use-store.ts'
import { useAsk } from './use-ask.ts'

export interface LookedAt {
  /** The priority on this screen; null when there is no shortlist. */
  readonly moment: MomentId | null
  /** This person looks at another priority than the room does. */
  readonly aside: boolean
  readonly onLook: (moment: MomentId) => void
  readonly onFollow: () => void
}

/** The facilitator's choice moves the room; everybody else may look aside until the room moves on. */
export function useLookedAt(): LookedAt {
  const ask = useAsk()
  const { role } = useActor()
  const focus = useSession((session) => session.focus)
  const priorities = usePriorities()
  const [choice, setChoice] = useState<{ readonly focus: MomentId | null; readonly moment: MomentId } | null>(null)
  const shared = focus !== null && priorities.includes(focus) ? focus : (priorities[0] ?? null)
  const own = choice !== null && choice.focus === focus && priorities.includes(choice.moment) ? choice.moment : null
  const moment = own ?? shared
  return {
    moment,
    aside: moment !== shared,
    onLook(chosen) {
      if (role === 'facilitator') void ask('focus-priority', { moment: chosen })
      else setChoice({ focus, moment: chosen })
    },
    onFollow: () => setChoice(null),
  }
}
