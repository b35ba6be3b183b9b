import type { Action } from '../domain/action.ts'
import type { Assessment } from '../domain/assessment.ts'
import type { BoardSnapshot } from '../domain/board-snapshot.ts'
import type { FormChange } from './form-change.ts'

type Work = Pick<BoardSnapshot, 'actions' | 'assessments' | 'ideas' | 'concerns'>

/**
 * The moments and actions that hold what these changes didn't bring: actions, ideas, concerns, words of an assessment.
 * Taking an import back may not put them into the bin, or somebody's work would go with them.
 */
export function workedOn(board: Work, changes: readonly FormChange[]): ReadonlySet<string> {
  const worked = new Set<string>()
  const isOwnAction = ownActions(changes)
  for (const action of board.actions) {
    if (action.removed || isOwnAction(action)) continue
    worked.add(action.id)
    worked.add(action.moment)
  }
  const isOwnAssessment = ownAssessments(changes)
  for (const each of board.assessments) if (!isOwnAssessment(each)) worked.add(each.moment)
  for (const { moment, withdrawn } of board.ideas) if (!withdrawn) worked.add(moment)
  for (const { moment } of board.concerns) worked.add(moment)
  return worked
}

/** Is an action as these changes added it? */
function ownActions(changes: readonly FormChange[]): (action: Action) => boolean {
  const added = new Map(changes.flatMap((change) => (change.kind === 'action' ? [[change.id, change.text]] : [])))
  return ({ id, text, firstStep, due, target, owner }) =>
    added.get(id) === text && firstStep === '' && due === null && target === null && owner === null
}

/** Does an assessment say nothing but what these changes wrote? */
function ownAssessments(changes: readonly FormChange[]): (assessment: Assessment) => boolean {
  const written = new Set(
    changes.flatMap((change) =>
      change.kind === 'text' && change.root === 'assessments' ? [keyOf(change.id, change.key, change.to)] : [],
    ),
  )
  const evidence = new Map(
    changes.flatMap((change) => (change.kind === 'evidence' ? [[change.moment, change.to] as const] : [])),
  )
  return (assessment) =>
    (['description', 'issue', 'expectation'] as const).every(
      (key) => assessment[key] === '' || written.has(keyOf(assessment.moment, key, assessment[key])),
    ) &&
    (assessment.evidence === null || assessment.evidence === evidence.get(assessment.moment))
}

const keyOf = (...parts: readonly string[]) => JSON.stringify(parts)
