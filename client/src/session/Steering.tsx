import { ArrowLeft, LocateFixed, RotateCcw, Timer } from 'lucide-react'
import { phaseBefore } from '@momentous/shared/domain/phase'
import type { ReactNode } from 'react'
import type { ArgsOf } from '@momentous/shared/commands/commands'
import { Menu } from '../controls/Menu.tsx'
import type { MenuChoice } from '../controls/MenuRow.tsx'
import { useRuling, useSession } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { backTo, steeringWords } from '../words/steering.ts'
import { useBoardDialog, type BoardDialogName } from './board-dialog.ts'
import { ClosingStep } from './ClosingStep.tsx'
import { NextButton } from './NextButton.tsx'
import { useAsk } from './use-ask.ts'
import './steering.css'

/** Where everybody shall look: a piece of the wall, and a moment for those who read the list. */
export type Look = ArgsOf<'bring-everyone'>

export interface SteeringProps {
  /** How far the room is: a chip with a count. */
  readonly children?: ReactNode
  /** Instead of the step to the next phase, while something in this one comes first. */
  readonly instead?: ReactNode
  /** The step is the one filled button of the screen. */
  readonly filled: boolean
  /** What the facilitator sees now; without it, the moment under discussion. */
  readonly look?: (() => Look) | undefined
}

/** The facilitator's bar: the count, the next step, the rest behind three dots. Everybody sees a step that is closing. */
export function Steering({ children, instead, filled, look }: SteeringProps) {
  const closing = useSession((session) => session.closing)
  const choices = useSteeringChoices(useBoardDialog().set, look)
  return (
    <div className="steering">
      {closing === null ? (
        <>
          {children}
          {instead ?? <NextButton filled={filled} />}
        </>
      ) : (
        <ClosingStep closing={closing} />
      )}
      <Menu label={frameWords.moreSteering} choices={choices} />
    </div>
  )
}

const HOME: Look['view'] = [0, 0, 1280, 720]

function useSteeringChoices(
  onOpen: (dialog: BoardDialogName) => void,
  look?: () => Look,
): readonly (MenuChoice | null)[] {
  const ask = useAsk()
  const phase = useSession((session) => session.phase)
  const focus = useSession((session) => session.focus)
  const to = phaseBefore(phase)
  const back = useRuling('move-phase', { to: to ?? 'lobby' })
  const round = useRuling('open-vote', {})
  const bring = () => void ask('bring-everyone', look?.() ?? { view: HOME, moment: focus })
  const choices: (MenuChoice | null)[] = [
    { label: frameWords.bringEveryone, icon: <LocateFixed />, onChoose: bring },
    { label: frameWords.timer, icon: <Timer />, onChoose: () => onOpen('timer') },
  ]
  if (phase === 'choose' && round.allowed) {
    choices.push({ label: steeringWords.voteAgain, icon: <RotateCcw />, onChoose: () => onOpen('new-round') })
  }
  if (to !== null) {
    const refusal = back.allowed ? null : back.reason
    const move = () => void ask('move-phase', { to })
    choices.push(null, { label: backTo(to), icon: <ArrowLeft />, refusal, onChoose: move })
  }
  return choices
}
