import { endsSomething } from '@momentous/shared/commands/enter-phase'
import { phaseAfter, phases, type Phase } from '@momentous/shared/domain/phase'
import { ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { HoldButton } from '../controls/HoldButton.tsx'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useRuling, useSession, useStore } from '../model/use-store.ts'
import { nextPhase } from '../words/frame.ts'
import { holdToOpen, steeringWords } from '../words/steering.ts'
import { useAsk } from './use-ask.ts'

/** The end of the last phase: nobody needs it before. */
const FinishSession = lazyPart(async () => (await import('./FinishSession.tsx')).FinishSession)

export interface NextButtonProps {
  /** Filled: the room is ready, and nothing else on the screen is the next thing to do. */
  readonly filled: boolean
}

/** The step that the session takes next; held for a second where it can't be taken twice. */
export function NextButton({ filled }: NextButtonProps) {
  const phase = useSession((session) => session.phase)
  const voting = useSession((session) => session.vote.state === 'open')
  const to = phaseAfter(phase)
  if (phase === 'choose' && voting) return <CloseVote filled={filled} />
  if (to !== null) return <MoveOn to={to} filled={filled} />
  return (
    <PartPlace silent>
      <FinishSession />
    </PartPlace>
  )
}

function CloseVote({ filled }: NextButtonProps) {
  const ask = useAsk()
  const ruling = useRuling('close-vote', {})
  return (
    <HoldButton
      look={filled ? 'primary' : 'steering'}
      iconAfter={<ArrowRight />}
      refusal={ruling.allowed ? null : ruling.reason}
      onDone={() => void ask('close-vote', {})}
    >
      {steeringWords.holdToClose}
    </HoldButton>
  )
}

function MoveOn({ to, filled }: NextButtonProps & { readonly to: Phase }) {
  const ask = useAsk()
  const store = useStore()
  const ruling = useRuling('move-phase', { to })
  const look = filled && ruling.allowed ? 'primary' : 'steering'
  const refusal = ruling.allowed ? null : ruling.reason
  const move = () => void ask('move-phase', { to })
  if (endsSomething(store.view(), to)) {
    return (
      <HoldButton look={look} iconAfter={<ArrowRight />} refusal={refusal} onDone={move}>
        {holdToOpen(to)}
      </HoldButton>
    )
  }
  return (
    <Button look={look} iconAfter={<ArrowRight />} refusal={refusal} onClick={move}>
      {nextPhase(phases[to].label)}
    </Button>
  )
}
