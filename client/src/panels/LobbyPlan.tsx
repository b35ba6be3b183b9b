import { phaseOrder, phases, type Phase } from '@momentous/shared/domain/phase'
import { minutesShort } from '../words/frame.ts'
import { lobbyWords } from '../words/lobby.ts'

const steps: readonly Phase[] = phaseOrder.filter((phase) => phase !== 'lobby')
const inAll = steps.reduce((sum, phase) => sum + phases[phase].minutes, 0)

/** The seven steps on the line, with their usual minutes. */
export function LobbyPlan() {
  return (
    <section className="lobby-plan">
      <h2 className="t-h4">{lobbyWords.plan(inAll)}</h2>
      <ol className="lobby-plan-line">
        {steps.map((phase) => (
          <li key={phase}>
            <span className="lobby-plan-dot" aria-hidden="true" />
            <p className="t-label">{phases[phase].label}</p>
            <p className="t-small t-second">{minutesShort(phases[phase].minutes)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
