import { phaseOrder, phases } from '@momentous/shared/domain/phase'
import { Dialog } from '../controls/Dialog.tsx'
import { minutes, sessionWords } from '../words/session-steps.ts'
import './session-dialog.css'

/** The seven steps on a line, each with its minutes. */
export function SessionDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={sessionWords.title} onClose={onClose}>
      <p className="t-second">{sessionWords.lead}</p>
      <ol className="session-steps">
        {phaseOrder.map((phase) =>
          phase === 'lobby' ? null : (
            <li key={phase} className="session-step">
              <h3 className="t-label">
                {phases[phase].label}
                <span className="session-step-minutes">{minutes(phases[phase].minutes)}</span>
              </h3>
              <p className="t-small t-second">{sessionWords.steps[phase]}</p>
            </li>
          ),
        )}
      </ol>
    </Dialog>
  )
}
