import type { Board } from '../board/board.ts'
import { setSession } from '../board/session.ts'
import { timeline } from '../board/timeline.ts'
import { viewOf, type BoardView } from '../board/view.ts'
import type { MomentId } from '../domain/id.ts'
import { comparePhases, type Phase } from '../domain/phase.ts'

/** The shortlist in timeline order; moments that were removed since are left out. */
export function priorities(view: BoardView): readonly MomentId[] {
  const chosen = new Set(view.session.shortlist?.moments ?? [])
  return timeline(view.moments()).flatMap((moment) => (chosen.has(moment.id) ? [moment.id] : []))
}

/**
 * Makes `to` the phase of everybody. Moving back keeps everything: a closed vote and a reveal stay as they are (edge 2).
 * Moving on begins with the first priority again.
 */
export function enterPhase(board: Board, to: Phase): void {
  const view = viewOf(board)
  const { session } = view
  const first = priorities(view)[0] ?? null
  const stays =
    session.focus !== null && priorities(view).includes(session.focus) && comparePhases(to, session.phase) < 0
  setSession(board, {
    phase: to,
    phaseNumber: session.phaseNumber + 1,
    closing: null,
    finished: null,
    timer: null,
    vote: to === 'choose' && session.vote.state === 'none' ? { state: 'open', round: 1 } : session.vote,
    focus: comparePhases(to, 'assess') >= 0 && !stays ? first : session.focus,
  })
}

/** Does moving there end something that can't be opened again unseen: an open vote, open grades, the ideas? */
export function endsSomething(view: BoardView, to: Phase): boolean {
  const { phase, vote } = view.session
  if (comparePhases(to, phase) <= 0) return false
  if (phase === 'choose') return vote.state === 'open'
  if (phase === 'assess') return view.grades().some((grade) => grade.grading?.state === 'open')
  return phase === 'ideas'
}
