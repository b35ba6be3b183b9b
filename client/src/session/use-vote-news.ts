import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useSession, useStore } from '../model/use-store.ts'
import { voteClosed } from '../words/choose.ts'

/** What the countdown to the close leads to; not what somebody finds closed. */
export function useVoteNews(): void {
  const { session } = useStore()
  const state = useSession((facts) => facts.vote.state)
  const { sayNow } = useAnnouncer()
  const before = useRef(state)
  useEffect(() => {
    const was = before.current
    before.current = state
    const { vote } = session.get()
    if (was !== 'open' || vote.state !== 'closed') return
    const dots = Object.values(vote.totals).reduce((sum, each) => sum + each, 0)
    sayNow(voteClosed(dots, vote.ballots))
  }, [state, sayNow, session])
}
