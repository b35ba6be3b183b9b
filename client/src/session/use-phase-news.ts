import type { Phase } from '@momentous/shared/domain/phase'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useSession, useStore } from '../model/use-store.ts'
import { voteClosed } from '../words/choose.ts'
import { phaseNews } from '../words/prompt.ts'

/** Tells of a new phase and of a vote that closes, never of what somebody arrives in, and leaves the focus where it is. */
export function usePhaseNews(): void {
  useVoteNews()
  const { session } = useStore()
  const phase = useSession((facts) => facts.phase)
  const { sayNow } = useAnnouncer()
  const told = useRef<Phase>(phase)
  useEffect(() => {
    if (told.current === phase) return
    told.current = phase
    sayNow(phaseNews(phase, session.get()))
  }, [phase, sayNow, session])
}

/** What the countdown to the close leads to. */
function useVoteNews(): void {
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
