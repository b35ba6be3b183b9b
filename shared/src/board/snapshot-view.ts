import type { BoardSnapshot } from '../domain/board-snapshot.ts'
import type { PieceId } from '../domain/piece.ts'
import type { BoardView } from './view.ts'

/** A board that was taken out of its document, as the rules look at it. */
export function viewOfSnapshot(board: BoardSnapshot): BoardView {
  const moments = byId<{ readonly id: PieceId }, BoardSnapshot['moments'][number]>(board.moments)
  const assessments = new Map(board.assessments.map((each) => [each.moment, each]))
  const grades = new Map(board.grades.map((each) => [each.moment, each]))
  const shapes = byId<{ readonly id: PieceId }, BoardSnapshot['shapes'][number]>(board.shapes)
  const [ideas, builds, actions] = [byId(board.ideas), byId(board.builds), byId(board.actions)]
  const [rungs, stages] = [byId(board.rungs), byId(board.stages)]
  const strokes = new Set<PieceId>(board.ink.map(({ id }) => id))
  return {
    session: board.session,
    moment: (id) => moments.get(id),
    moments: () => board.moments,
    assessment: (moment) => assessments.get(moment),
    grade: (moment) => grades.get(moment),
    grades: () => board.grades,
    idea: (id) => ideas.get(id),
    build: (id) => builds.get(id),
    builds: () => board.builds,
    action: (id) => actions.get(id),
    actions: () => board.actions,
    actionCount: () => actions.size,
    rung: (id) => rungs.get(id),
    shape: (id) => shapes.get(id),
    hasStroke: (id) => strokes.has(id),
    stage: (id) => stages.get(id),
    stages: () => board.stages,
  }
}

function byId<Keyed extends { readonly id: string }, Each extends Keyed = Keyed>(
  all: readonly Each[],
): ReadonlyMap<Keyed['id'], Each> {
  return new Map(all.map((each) => [each.id, each]))
}
