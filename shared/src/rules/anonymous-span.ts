import type { BoardView } from '../board/view.ts'

/**
 * Is this a span in which no cursor, selection, typing flag or live drag of anybody may travel? (rules.md: Choose until the
 * close, Assess from a priority's opening until its reveal, Ideas while anonymous.)
 */
export function inAnonymousSpan(view: BoardView): boolean {
  const { phase, vote, anonymous } = view.session
  if (phase === 'choose') return vote.state === 'open'
  if (phase === 'assess') return view.grades().some((grade) => grade.grading?.state === 'open')
  return phase === 'ideas' && anonymous
}
