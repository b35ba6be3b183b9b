import type * as Y from 'yjs'
import type { Action, Rung } from '../domain/action.ts'
import type { Assessment, Grade } from '../domain/assessment.ts'
import type { Build, Idea } from '../domain/idea.ts'
import type { ActionId, BuildId, IdeaId, MomentId, RungId, StageId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Session } from '../domain/session.ts'
import type { Shape } from '../domain/shape.ts'
import type { Stage } from '../domain/stage.ts'
import type { Board, RawRecord } from './board.ts'
import {
  readAction,
  readAssessment,
  readBuild,
  readGrade,
  readIdea,
  readMoment,
  readRung,
  readSession,
  readSessionKey,
  readShape,
  readStage,
} from './read.ts'

/** What the rules look at. Single records are read when asked for, so a check costs what it touches. */
export interface BoardView {
  readonly session: Session
  moment(id: PieceId): Moment | undefined
  /** All of them, removed ones too: O(board). */
  moments(): readonly Moment[]
  assessment(moment: MomentId): Assessment | undefined
  grade(moment: MomentId): Grade | undefined
  grades(): readonly Grade[]
  idea(id: IdeaId): Idea | undefined
  build(id: BuildId): Build | undefined
  builds(): readonly Build[]
  action(id: ActionId): Action | undefined
  /** All of them, removed ones too: O(board). */
  actions(): readonly Action[]
  /** How many there are, removed ones too. */
  actionCount(): number
  rung(id: RungId): Rung | undefined
  shape(id: PieceId): Shape | undefined
  hasStroke(id: PieceId): boolean
  stage(id: StageId): Stage | undefined
  stages(): readonly Stage[]
}

function one<Id extends string, Value>(
  root: Y.Map<RawRecord>,
  id: string,
  read: (id: Id, raw: RawRecord) => Value,
): Value | undefined {
  const raw = root.get(id)
  return raw === undefined ? undefined : read(id as Id, raw)
}

/** A view of the document as it is now; valid until the next change. */
export function viewOf(board: Board): BoardView {
  let session: Session | undefined
  return {
    get session() {
      return (session ??= readSession(board.session))
    },
    moment: (id) => one(board.moments, id, readMoment),
    moments: () => [...board.moments.entries()].map(([id, raw]) => readMoment(id as MomentId, raw)),
    assessment: (id) => one(board.assessments, id, readAssessment),
    grade: (id) => one(board.grades, id, readGrade),
    grades: () => [...board.grades.entries()].map(([id, raw]) => readGrade(id as MomentId, raw)),
    idea: (id) => one(board.ideas, id, readIdea),
    build: (id) => one(board.builds, id, readBuild),
    builds: () => [...board.builds.entries()].map(([id, raw]) => readBuild(id as BuildId, raw)),
    action: (id) => one(board.actions, id, readAction),
    actions: () => [...board.actions.entries()].map(([id, raw]) => readAction(id as ActionId, raw)),
    actionCount: () => board.actions.size,
    rung: (id) => one(board.rungs, id, readRung),
    shape: (id) => one(board.shapes, id, readShape),
    hasStroke: (id) => board.ink.has(id),
    stage: (id) => one(board.stages, id, readStage),
    stages: () => [...board.stages.entries()].map(([id, raw]) => readStage(id as StageId, raw)),
  }
}

/**
 * The same for one question of the rules: of the session it reads the keys that are asked for, where a whole session costs
 * more than everything else that there is to judge about a small change.
 */
export function viewToJudge(board: Board): BoardView {
  const session = new Proxy({} as Session, {
    get: (_none, key) => (typeof key === 'string' ? readSessionKey(board.session, key) : undefined),
  })
  return Object.create(viewOf(board), { session: { value: session } }) as BoardView
}
