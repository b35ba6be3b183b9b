import { useEffect } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { usePeople, useStore } from '../model/use-store.ts'
import { broughtBy, frameWords } from '../words/frame.ts'
import { facilitatorName } from '../session/people-facts.ts'

/** "Marian brought everyone here": said politely, while the screen of the phase goes there. */
export function useBroughtNews(): void {
  const store = useStore()
  const { say } = useAnnouncer()
  const name = facilitatorName(usePeople().people) || frameWords.facilitator
  useEffect(() => store.hear('bring', () => say(broughtBy(name))), [store, say, name])
}
