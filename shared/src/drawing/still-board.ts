import type { Grade } from '../domain/assessment.ts'
import type { MomentId } from '../domain/id.ts'
import type { RedactedBoard } from '../exports/redact.ts'
import type { SceneSource } from '../scene/scene-source.ts'
import type { FactsSource } from './note-facts.ts'

const byId = <Each extends { readonly id: string }>(all: readonly Each[]): ReadonlyMap<string, Each> =>
  new Map(all.map((each) => [each.id, each]))

/** A board as it was when it was read: what a scene is laid out from when nothing will change. */
export function stillBoard(board: RedactedBoard): SceneSource & FactsSource {
  const [moments, strokes, shapes] = [byId(board.moments), byId(board.ink), byId(board.shapes)]
  const grades = new Map<MomentId, Grade>(board.grades.map((grade) => [grade.moment, grade]))
  const ideas = new Map<MomentId, number>()
  for (const { moment, withdrawn } of board.ideas) if (!withdrawn) ideas.set(moment, (ideas.get(moment) ?? 0) + 1)
  return {
    session: () => board.session,
    moment: (id) => moments.get(id),
    moments: () => board.moments,
    stroke: (id) => strokes.get(id),
    strokes: () => board.ink,
    shape: (id) => shapes.get(id),
    shapes: () => board.shapes,
    stages: () => board.stages,
    grade: (id) => grades.get(id),
    ideaCount: (id) => ideas.get(id) ?? 0,
    subscribe: () => () => undefined,
  }
}
