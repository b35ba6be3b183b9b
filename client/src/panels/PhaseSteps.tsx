import { phaseOrder, phases, type Phase } from '@momentous/shared/domain/phase'
import { NARROW, useMedia } from '../controls/use-media.ts'
import { frameWords, stepOf } from '../words/frame.ts'
import './phase-steps.css'

/** The lobby is the room before the seven steps. */
const steps: readonly Phase[] = phaseOrder.filter((phase) => phase !== 'lobby')

/** Where the session stands: dots on a line, or "3 of 7 Choose" where there is no room for a line. */
export function PhaseSteps({ phase }: { readonly phase: Phase }) {
  const narrow = useMedia(NARROW)
  const at = steps.indexOf(phase)
  if (at < 0) return null
  if (narrow) {
    return <p className="phase-place t-figures">{stepOf(at + 1, steps.length, phases[phase].label)}</p>
  }
  return (
    <ol className="phase-steps" aria-label={frameWords.steps}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={`phase-step phase-step-${index < at ? 'done' : index === at ? 'now' : 'later'}`}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="phase-step-dot" aria-hidden="true" />
          {phases[step].label}
        </li>
      ))}
    </ol>
  )
}
