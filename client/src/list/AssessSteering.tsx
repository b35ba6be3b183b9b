import type { MomentId } from '@momentous/shared/domain/id'
import { ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { HoldButton } from '../controls/HoldButton.tsx'
import { useAssessment, useGrade, useMine, useRuling } from '../model/use-store.ts'
import { useNextUnsettled } from '../session/use-next-unsettled.ts'
import { useGraded } from '../session/GradedChip.tsx'
import { useAsk } from '../session/use-ask.ts'
import { usePrimary } from '../session/use-primary.ts'
import { assessWords, gradedCount } from '../words/assess.ts'
import { planWords } from '../words/plan.ts'
import { SteeringRow } from './SteeringRow.tsx'

export interface AssessSteeringProps {
  readonly moment: MomentId
  readonly onNext: (moment: MomentId) => void
}

/** Let everybody grade, reveal, on to the next priority, on to Ideas: one of them at a time. */
export function AssessSteering({ moment, onNext }: AssessSteeringProps) {
  const grade = useGrade(moment)
  const state = grade?.grading?.state ?? 'none'
  if (state === 'none') return <OpenStep moment={moment} />
  if (state === 'open') return <RevealStep moment={moment} />
  return <NextStep moment={moment} settled={(grade?.settled ?? null) !== null} onNext={onNext} />
}

function OpenStep({ moment }: { readonly moment: MomentId }) {
  const ask = useAsk()
  const primary = usePrimary()
  const ruling = useRuling('open-grading', { moment })
  const written = (useAssessment(moment)?.expectation ?? '').trim() !== ''
  const refusal = written ? (ruling.allowed ? null : ruling.reason) : assessWords.expectFirst
  return (
    <SteeringRow
      count={null}
      filled={false}
      instead={
        <Button
          look={refusal === null ? primary : 'steering'}
          iconAfter={<ArrowRight />}
          refusal={refusal}
          onClick={() => void ask('open-grading', { moment })}
        >
          {assessWords.openGrading}
        </Button>
      }
    />
  )
}

function RevealStep({ moment }: { readonly moment: MomentId }) {
  const ask = useAsk()
  const primary = usePrimary()
  const ruling = useRuling('reveal-grade', { moment })
  const { graded, all } = useGraded(moment)
  const mine = useMine().grades[moment] !== undefined
  return (
    <SteeringRow
      count={gradedCount(graded, all)}
      filled={false}
      instead={
        <HoldButton
          look={mine && graded === all && primary === 'primary' ? 'primary' : 'steering'}
          iconAfter={<ArrowRight />}
          refusal={ruling.allowed ? null : ruling.reason}
          onDone={() => void ask('reveal-grade', { moment })}
        >
          {assessWords.hold}
        </HoldButton>
      }
    />
  )
}

function NextStep({ moment, settled, onNext }: AssessSteeringProps & { readonly settled: boolean }) {
  const next = useNextUnsettled(moment)
  const primary = usePrimary()
  if (next === null) return <SteeringRow count={null} filled={settled && primary === 'primary'} />
  return (
    <SteeringRow
      count={null}
      filled={false}
      instead={
        <Button look={settled ? primary : 'steering'} iconAfter={<ArrowRight />} onClick={() => onNext(next)}>
          {planWords.nextPriority}
        </Button>
      }
    />
  )
}
