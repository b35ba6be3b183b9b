import type { Phase } from '@momentous/shared/domain/phase'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useSession, useStore } from '../model/use-store.ts'
import { phaseNews } from '../words/prompt.ts'

/** Tells of a new phase, never of the one that somebody arrives in, and leaves the focus where it is. */
export function usePhaseNews(): void {
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
