import type { Closing } from '@momentous/shared/domain/session'
import { useEffect } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { TakeBack } from '../controls/TakeBack.tsx'
import { useActor, useStore } from '../model/use-store.ts'
import { closingWords } from '../words/steering.ts'
import { useAsk } from './use-ask.ts'
import { useOwnClock } from './use-own-clock.ts'

/** "The vote closes in 4": everybody reads it, the facilitator can still say "Not yet". */
export function ClosingStep({ closing }: { readonly closing: Closing }) {
  const store = useStore()
  const ask = useAsk()
  const { role } = useActor()
  const { sayNow } = useAnnouncer()
  useEffect(() => {
    sayNow(closingWords(closing, Math.max(1, Math.ceil((closing.at - store.now()) / 1000))))
  }, [closing, sayNow, store])
  const endsAt = useOwnClock(closing.at)
  return (
    <TakeBack
      key={closing.at}
      endsAt={endsAt}
      words={(seconds) => closingWords(closing, seconds)}
      onTakeBack={role === 'facilitator' ? () => void ask('take-back', {}) : undefined}
    />
  )
}
