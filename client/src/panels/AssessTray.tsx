import type { MomentId } from '@momentous/shared/domain/id'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { HoldButton } from '../controls/HoldButton.tsx'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { useActor, useAssessment, useGrade, useMine, useRuling, useSession } from '../model/use-store.ts'
import { assessWords, gradesComing } from '../words/assess.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { useGraded } from '../session/GradedChip.tsx'
import { ReadyTick } from '../session/ReadyTick.tsx'
import { SettleTray } from './SettleTray.tsx'
import { Steering } from '../session/Steering.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useSteerer } from '../session/use-steerer.ts'

export interface AssessTrayProps {
  readonly moment: MomentId
  readonly onNext: (moment: MomentId) => void
}

/** The next step of this priority, and who takes it. */
export function AssessTray({ moment, onNext }: AssessTrayProps) {
  const { role } = useActor()
  const grading = useGrade(moment)?.grading?.state ?? 'none'
  if (role !== 'facilitator') return <WaitTray moment={moment} />
  if (grading === 'none') return <OpenTray moment={moment} />
  if (grading === 'open') return <RevealTray moment={moment} />
  return <SettleTray moment={moment} onNext={onNext} />
}

function Tray({ words, children }: { readonly words: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="workspace-tray">
      <div className="workspace-tray-words">{words}</div>
      {children !== undefined && <div className="workspace-tray-end">{children}</div>}
    </div>
  )
}

function OpenTray({ moment }: { readonly moment: MomentId }) {
  const ask = useAsk()
  const ruling = useRuling('open-grading', { moment })
  const written = (useAssessment(moment)?.expectation ?? '').trim() !== ''
  const refusal = written ? (ruling.allowed ? null : ruling.reason) : assessWords.expectFirst
  const open = (
    <Button
      look="primary"
      iconAfter={<ArrowRight />}
      refusal={refusal}
      onClick={() => void ask('open-grading', { moment })}
    >
      {assessWords.openGrading}
    </Button>
  )
  return (
    <Tray words={<p className="t-second">{written ? assessWords.thenGrade : assessWords.expectFirst}</p>}>
      <Steering filled={false} instead={open} />
    </Tray>
  )
}

function RevealTray({ moment }: { readonly moment: MomentId }) {
  const ask = useAsk()
  const ruling = useRuling('reveal-grade', { moment })
  const { graded, all } = useGraded(moment)
  const mine = useMine().grades[moment] !== undefined
  const hold = (
    <HoldButton
      look={mine && graded === all ? 'primary' : 'steering'}
      iconAfter={<ArrowRight />}
      refusal={ruling.allowed ? null : ruling.reason}
      onDone={() => void ask('reveal-grade', { moment })}
    >
      {assessWords.hold}
    </HoldButton>
  )
  return (
    <Tray words={<p className="t-second">{gradesComing(graded, all)}</p>}>
      <Steering filled={false} instead={hold} />
    </Tray>
  )
}

function WaitTray({ moment }: { readonly moment: MomentId }) {
  const closing = useSession((session) => session.closing)
  const grade = useGrade(moment)
  const steerer = useSteerer()
  const { graded, all } = useGraded(moment)
  if (closing !== null) return <Tray words={<ClosingStep closing={closing} />} />
  const settled = grade?.settled ?? null
  if (settled !== null) {
    return (
      <Tray words={<p className="t-label">{assessWords.teamsGrade}</p>}>
        <RankingBadge ranking={settled} />
        <ReadyTick />
      </Tray>
    )
  }
  const state = grade?.grading?.state ?? 'none'
  const words = {
    none: assessWords.waitForGrading(steerer),
    open: gradesComing(graded, all),
    revealed: assessWords.waitForSettling(steerer),
  }[state]
  return <Tray words={<p className="t-second">{words}</p>} />
}
