import type { Phase } from '@momentous/shared/domain/phase'
import { ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useActor, useOffered, useRuling, useSession } from '../model/use-store.ts'
import type { LookedAt } from '../session/use-looked-at.ts'
import { useAllColoured } from '../session/use-all-coloured.ts'
import { useAsk } from '../session/use-ask.ts'
import { useReadiness } from '../session/use-people.ts'
import { usePrimary } from '../session/use-primary.ts'
import { finishedCount, readyCount } from '../words/frame.ts'
import { lobbyWords } from '../words/lobby.ts'
import { AssessSteering } from './AssessSteering.tsx'
import { ShortlistSteering } from './ShortlistSteering.tsx'
import { SteeringRow } from './SteeringRow.tsx'

/** What the facilitator does next in this phase; nobody else gets more than a step that is closing. */
export function PhaseSteering({ looked }: { readonly looked: LookedAt }) {
  const phase = useSession((session) => session.phase)
  const voted = useSession(({ vote }) => vote.state === 'closed')
  const steers = useActor().role === 'facilitator'
  if (steers && phase === 'choose' && voted) return <ShortlistSteering />
  if (steers && phase === 'assess' && looked.moment !== null) {
    return <AssessSteering key={looked.moment} moment={looked.moment} onNext={looked.onLook} />
  }
  if (steers && phase === 'lobby') return <OpenWall />
  return <PlainSteering phase={phase} />
}

/** In the lobby the filled button is the one that opens the wall. */
function OpenWall() {
  const ask = useAsk()
  const primary = usePrimary()
  const ruling = useRuling('move-phase', { to: 'post' })
  return (
    <SteeringRow
      count={null}
      filled={false}
      instead={
        <Button
          look={ruling.allowed ? primary : 'steering'}
          iconAfter={<ArrowRight />}
          refusal={ruling.allowed ? null : ruling.reason}
          onClick={() => void ask('move-phase', { to: 'post' })}
        >
          {lobbyWords.openShort}
        </Button>
      }
    />
  )
}

/** The step is filled when everybody is ready, or when there is nothing left to do. */
function PlainSteering({ phase }: { readonly phase: Phase }) {
  const { ready, all, everybody } = useReadiness()
  const coloured = useAllColoured() && phase === 'colour'
  const answering = useOffered().length > 0
  const count = phase === 'choose' ? finishedCount(ready, all) : readyCount(ready, all)
  return <SteeringRow count={all > 0 ? count : null} filled={(everybody || coloured) && !answering} />
}
