import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import type { MomentId } from '../domain/id.ts'
import { phases, phaseOrder, type Phase } from '../domain/phase.ts'
import { rows, type Cell, type RowName } from './rows.ts'
import { allowed, refused, type Ruling } from './ruling.ts'

export interface Target {
  /** For rows that depend on one moment's grade. */
  readonly moment?: MomentId
  /** True when a new record is written, false when an existing one changes. */
  readonly creates?: boolean
}

/** What the table of rules looks at. */
export type RuledView = Pick<BoardView, 'session' | 'grade' | 'grades'>

const OBSERVER = 'You are looking on with this link. Ask the facilitator for a participant link to join in.'

/** May `actor` do what `row` names, in the phase that `view` is in? The client greys out by it, the server refuses by it. */
export function may(actor: Actor, view: RuledView, row: RowName, target: Target = {}): Ruling {
  return mayIn(view.session.phase, actor, view, row, target)
}

/** The same in a phase that has just ended (rules.md, edge 1). */
export function mayIn(phase: Phase, actor: Actor, view: RuledView, row: RowName, target: Target = {}): Ruling {
  if (actor.role === 'observer') return refused('L1', OBSERVER)
  const facts = rows[row]
  const cell: Cell = facts.cells[phase]
  const no = (reason: string) => refused(facts.rule, reason)
  if (cell === '-') return no(closedNow(row, phase))
  if (cell.startsWith('F') && actor.role !== 'facilitator') {
    return no(`${facts.what}: only the facilitator can do this in ${phases[phase].label}.`)
  }
  const reason = unmet(cell, view, target)
  return reason === null ? allowed : no(reason)
}

function closedNow(row: RowName, phase: Phase): string {
  const { what, cells } = rows[row]
  const open = phaseOrder.filter((each) => cells[each] !== '-').map((each) => phases[each].label)
  return `${what}: this is open in ${open.join(', ')}. The session is in ${phases[phase].label} now.`
}

/** The sentence for the cell's condition when it doesn't hold, else null. */
function unmet(cell: Cell, view: RuledView, target: Target): string | null {
  const grading = target.moment === undefined ? null : (view.grade(target.moment)?.grading ?? null)
  const noneIsOpen = () => view.grades().every((grade) => grade.grading?.state !== 'open')
  switch (cell) {
    case 'F adds':
      return target.creates === true ? null : 'While ideas are open, moments can be added but not changed or removed.'
    case 'F after close':
      return view.session.vote.state === 'closed'
        ? null
        : 'Close the vote first. Until then nothing may hint at a count.'
    case 'P until close':
      return view.session.vote.state === 'open' ? null : 'The vote is not open now.'
    case 'P until reveal':
      return grading?.state === 'open' ? null : 'Grading of this moment is not open now.'
    case 'F after reveal':
      return grading?.state === 'revealed' ? null : 'Reveal the grades first, then settle the team’s grade.'
    case 'P unless grading':
      return noneIsOpen() ? null : 'This waits until the grades are shown.'
    case 'P on what is graded':
      // Whoever writes elsewhere meanwhile shows that they aren't grading.
      return grading?.state === 'open' || noneIsOpen()
        ? null
        : 'Another moment is being graded. Until its grades are shown, only what is said about that one can change.'
    case 'F':
    case 'P':
    case '-':
      return null
  }
}
