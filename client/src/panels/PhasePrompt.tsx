import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Chip } from '../controls/Chip.tsx'
import { useActor, useSession } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { promptOf } from '../words/prompt.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { KeptMoments } from '../session/KeptMoments.tsx'
import { ObserverChip } from './ObserverChip.tsx'
import { PromptCard } from './PromptCard.tsx'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { Steering, type Look } from '../session/Steering.tsx'

export interface PhasePromptProps {
  /** The phase's own question unless given. */
  readonly question?: string
  readonly hint?: string
  /** How far the room is, in a chip beside the step; null while there is nothing to count. */
  readonly count: string | null
  /** The count is of people who said so, not of notes. */
  readonly ticked?: boolean
  readonly instead?: ReactNode
  readonly filled: boolean
  /** Participants say when they are ready here, where the tray has no button for it. */
  readonly asksReady: boolean
  readonly look: () => Look
}

/** The question, with the facilitator's bar or one's own "I’m ready" at its right. */
export function PhasePrompt(props: PhasePromptProps) {
  const { count, ticked = true, instead, filled, asksReady, look } = props
  const phase = useSession((session) => session.phase)
  const customer = useSession((session) => session.customer)
  const stacking = useSession((session) => session.stacking)
  const closing = useSession((session) => session.closing)
  const { role } = useActor()
  const words = promptOf(phase, { customer, stacking })
  return (
    <PromptCard question={props.question ?? words.question} hint={props.hint ?? words.hint}>
      {role === 'facilitator' ? (
        <Steering filled={filled} instead={instead} look={look}>
          <KeptMoments />
          {count !== null && <Chip icon={ticked && <Check />}>{count}</Chip>}
        </Steering>
      ) : closing !== null ? (
        <ClosingStep closing={closing} />
      ) : role === 'observer' ? (
        <ObserverChip />
      ) : (
        asksReady && <ReadyButton words={frameWords.imReady} backWords={frameWords.notReady} />
      )}
    </PromptCard>
  )
}
