import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { BoardStore } from './board-store.ts'

/** The whole board as it is on this device now, for forms and files. */
export function snapshotOf({ records, session }: Pick<BoardStore, 'records' | 'session'>): BoardSnapshot {
  return {
    session: session.get(),
    moments: records.moments.all(),
    ink: records.ink.all(),
    assessments: records.assessments.all(),
    grades: records.grades.all(),
    ideas: records.ideas.all(),
    builds: records.builds.all(),
    concerns: records.concerns.all(),
    actions: records.actions.all(),
    rungs: records.rungs.all(),
    shapes: records.shapes.all(),
    stages: records.stages.all(),
  }
}
