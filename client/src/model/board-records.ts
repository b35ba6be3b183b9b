import type { Board } from '@momentous/shared/board/board'
import {
  readAction,
  readAssessment,
  readBuild,
  readConcern,
  readGrade,
  readIdea,
  readMoment,
  readRung,
  readSession,
  readShape,
  readStage,
} from '@momentous/shared/board/read'
import type { BoardView } from '@momentous/shared/board/view'
import type { MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { Session } from '@momentous/shared/domain/session'
import * as Y from 'yjs'
import { cell } from './cell.ts'
import { createCollection, type Collection, type Followed } from './collection.ts'
import { readerOfStrokes } from './kept-points.ts'
import { listeners } from '@momentous/shared/scene/listeners'
import type { Watched } from './watched.ts'

const collections = () => ({
  moments: createCollection(readMoment),
  ink: createCollection(readerOfStrokes()),
  assessments: createCollection(readAssessment),
  grades: createCollection(readGrade),
  ideas: createCollection(readIdea),
  builds: createCollection(readBuild),
  concerns: createCollection(readConcern),
  actions: createCollection(readAction),
  rungs: createCollection(readRung),
  shapes: createCollection(readShape),
  stages: createCollection(readStage),
})

type Open<Of> = Of extends Followed<infer Id, infer Value> ? Collection<Id, Value> : never

/** Every kind of record, as a collection of frozen snapshots. */
export type BoardRecords = {
  readonly [Root in keyof ReturnType<typeof collections>]: Open<ReturnType<typeof collections>[Root]>
}

/** The board's document as plain facts that stay the same objects until they change. */
export interface BoardFacts {
  readonly records: BoardRecords
  readonly session: Watched<Session>
  readonly view: BoardView
  /** Moves over to another document; only what reads differently there counts as changed. */
  follow(board: Board): void
  /** Called after any change of session or records. */
  subscribe(listener: () => void): () => void
}

export function createBoardFacts(): BoardFacts {
  const records = collections()
  const session = cell<Session>(readSession(new Y.Doc().getMap('session')))
  const changed = listeners()
  let source: Y.Map<unknown> | null = null
  const readAgain = () => {
    if (source !== null) session.set(keepSame(session.get(), readSession(source)))
  }

  session.subscribe(changed.tell)
  for (const each of Object.values(records)) each.subscribeChanges(() => changed.tell())

  return {
    records,
    session,
    view: viewOfRecords(records, session),
    follow(board) {
      source?.unobserve(readAgain)
      source = board.session
      source.observe(readAgain)
      readAgain()
      for (const root of Object.keys(records) as (keyof typeof records)[]) records[root].follow(board[root])
    },
    subscribe: changed.add,
  }
}

/** The next session with every part of the former one that says the same, so that who watches a part isn't told. */
function keepSame(former: Session, next: Session): Session {
  const before = new Map<string, unknown>(Object.entries(former))
  const parts = Object.entries(next).map(([key, part]: [string, unknown]) => {
    const known = before.get(key)
    return [key, JSON.stringify(known) === JSON.stringify(part) ? known : part]
  })
  return Object.freeze(Object.fromEntries(parts) as Session)
}

/** What the rules look at, out of snapshots that are there already: a check reads nothing from the document. */
function viewOfRecords(records: BoardRecords, session: Watched<Session>): BoardView {
  return {
    get session() {
      return session.get()
    },
    moment: (id) => records.moments.get(id as MomentId),
    moments: records.moments.all,
    assessment: records.assessments.get,
    grade: records.grades.get,
    grades: records.grades.all,
    idea: records.ideas.get,
    build: records.builds.get,
    builds: records.builds.all,
    action: records.actions.get,
    actions: records.actions.all,
    actionCount: () => records.actions.ids().length,
    rung: records.rungs.get,
    shape: (id) => records.shapes.get(id as ShapeId),
    hasStroke: (id) => records.ink.get(id as StrokeId) !== undefined,
    stage: records.stages.get,
    stages: records.stages.all,
  }
}
