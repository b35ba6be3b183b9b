import type { BoardView } from '../board/view.ts'
import type { Session } from '../domain/session.ts'

/**
 * Is this a span in which no cursor, selection, typing flag or live drag of anybody may travel? (rules.md: Choose until the
 * close, Assess from a priority's opening until its reveal, Ideas while anonymous.)
 */
export function inAnonymousSpan(view: Pick<BoardView, 'session' | 'grades'>): boolean {
  const { phase, vote, anonymous } = view.session
  if (phase === 'choose') return vote.state === 'open'
  if (phase === 'assess') return view.grades().some((grade) => grade.grading?.state === 'open')
  return isQuiet({ phase, anonymous })
}

/**
 * Is this the span in which even who comes, goes or says "ready" stays untold? What is written in it comes out a little
 * later, so whatever a person does about that time would point at somebody (votes and grades only ever come out as sums).
 */
export function isQuiet({ phase, anonymous }: Pick<Session, 'phase' | 'anonymous'>): boolean {
  return phase === 'ideas' && anonymous
}
