import type { MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useMine, useSession, useStore } from '../model/use-store.ts'
import { useAsk } from '../session/use-ask.ts'
import { dotPut, dotTaken } from '../words/choose.ts'
import { nameOf } from '../session/moment-name.ts'

type Dots = Readonly<Record<string, number>>

export interface Ballot {
  readonly dots: Dots
  readonly left: number
  readonly put: (moment: MomentId) => void
  readonly takeBack: (moment: MomentId) => void
}

const sumOf = (dots: Dots) => Object.values(dots).reduce((sum, each) => sum + each, 0)

/** One's own dots. They show at once where they were put, and go back if the server does not take them. */
export function useBallot(): Ballot {
  const store = useStore()
  const ask = useAsk()
  const { say } = useAnnouncer()
  const all = useSession((session) => session.dots)
  const round = useSession(({ vote }) => (vote.state === 'none' ? 0 : vote.round))
  const known = useMine().dots
  const [waiting, setWaiting] = useState<Dots | null>(null)
  const dots = waiting ?? known

  const cast = (next: Dots, words: string) => {
    setWaiting(next)
    say(words)
    void ask('cast-ballot', { round, dots: next }).then(() => setWaiting((last) => (last === next ? null : last)))
  }
  const name = (id: MomentId) => nameOf(store.view().moment(id) ?? { text: '', prompt: null })
  return {
    dots,
    left: Math.max(0, all - sumOf(dots)),
    put(moment) {
      const next = { ...dots, [moment]: (dots[moment] ?? 0) + 1 }
      cast(next, dotPut(name(moment), all - sumOf(next)))
    },
    takeBack(moment) {
      const { [moment]: count = 0, ...others } = dots
      const next = count > 1 ? { ...others, [moment]: count - 1 } : others
      cast(next, dotTaken(name(moment), all - sumOf(next)))
    },
  }
}
