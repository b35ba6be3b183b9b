import * as v from 'valibot'
import * as Y from 'yjs'
import type { Action, Rung } from '../domain/action.ts'
import type { Assessment, Grade } from '../domain/assessment.ts'
import type { BoardSnapshot } from '../domain/board-snapshot.ts'
import type { Build, Concern, Idea } from '../domain/idea.ts'
import type {
  ActionId,
  BuildId,
  ConcernId,
  IdeaId,
  MomentId,
  RungId,
  ShapeId,
  StageId,
  StrokeId,
} from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { Session } from '../domain/session.ts'
import type { Shape } from '../domain/shape.ts'
import type { Stage } from '../domain/stage.ts'
import type { Stroke } from '../domain/stroke.ts'
import type { Board, RawRecord } from './board.ts'
import type { Field, Fields, RecordOf } from './fields.ts'
import { shapeOf } from './read-shape.ts'
import { records } from './records.ts'
import { sessionFields } from './session-fields.ts'

/** What a record's values are read from: the document's own map, or a copy of it. */
export interface Values {
  get(key: string): unknown
}

function readField(raw: unknown, field: Field): unknown {
  if (field.field === 'text') return raw instanceof Y.Text ? raw.toString() : ''
  if (raw === undefined) return field.fallback
  const parsed = v.safeParse(field.schema, raw)
  return parsed.success ? parsed.output : field.fallback
}

/** Missing or damaged values read as their fallback: one bad value never hides a record. */
function readFields<F extends Fields>(raw: Values, fields: F): RecordOf<F> {
  const out: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(fields)) out[key] = readField(raw.get(key), field)
  return out as RecordOf<F>
}

export const readSession = (raw: Values): Session => Object.freeze(readFields(raw, sessionFields))
/** One key of it; undefined for one that a session doesn't have. */
export function readSessionKey(raw: Y.Map<unknown>, key: string): unknown {
  const fields: Fields = sessionFields
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  return field === undefined ? undefined : readField(raw.get(key), field)
}
export const readMoment = (id: MomentId, raw: RawRecord): Moment =>
  Object.freeze({ id, ...readFields(raw, records.moments) })
/** What decides where a moment stands on the line. */
export type Standing = Pick<Moment, 'order' | 'stackedOn' | 'removed'>
const { order, stackedOn, removed } = records.moments
const standing = { order, stackedOn, removed }
/** Only that: a long line is read again for everything that is put into it. */
export const readStanding = (raw: RawRecord): Standing => readFields(raw, standing)
export const readStroke = (id: StrokeId, raw: RawRecord): Stroke =>
  Object.freeze({ id, ...readFields(raw, records.ink) })
export const readAssessment = (moment: MomentId, raw: RawRecord): Assessment =>
  Object.freeze({ moment, ...readFields(raw, records.assessments) })
export const readGrade = (moment: MomentId, raw: Values): Grade =>
  Object.freeze({ moment, ...readFields(raw, records.grades) })
export const readIdea = (id: IdeaId, raw: RawRecord): Idea => Object.freeze({ id, ...readFields(raw, records.ideas) })
export const readBuild = (id: BuildId, raw: RawRecord): Build =>
  Object.freeze({ id, ...readFields(raw, records.builds) })
export const readConcern = (id: ConcernId, raw: RawRecord): Concern =>
  Object.freeze({ id, ...readFields(raw, records.concerns) })
export const readAction = (id: ActionId, raw: RawRecord): Action =>
  Object.freeze({ id, ...readFields(raw, records.actions) })
export const readRung = (id: RungId, raw: RawRecord): Rung => Object.freeze({ id, ...readFields(raw, records.rungs) })
export const readShape = (id: ShapeId, raw: RawRecord): Shape => shapeOf(id, readFields(raw, records.shapes))
export const readStage = (id: StageId, raw: RawRecord): Stage =>
  Object.freeze({ id, ...readFields(raw, records.stages) })

function readAll<Id extends string, Value>(
  root: Y.Map<RawRecord>,
  read: (id: Id, raw: RawRecord) => Value,
): readonly Value[] {
  const all: Value[] = []
  for (const [id, raw] of root) if (raw instanceof Y.Map) all.push(read(id as Id, raw))
  return all
}

/** The whole board as frozen plain facts. O(board): for exports and tests, never for a redraw. */
export function snapshot(board: Board): BoardSnapshot {
  return Object.freeze({
    session: readSession(board.session),
    moments: readAll(board.moments, readMoment),
    ink: readAll(board.ink, readStroke),
    assessments: readAll(board.assessments, readAssessment),
    grades: readAll(board.grades, readGrade),
    ideas: readAll(board.ideas, readIdea),
    builds: readAll(board.builds, readBuild),
    concerns: readAll(board.concerns, readConcern),
    actions: readAll(board.actions, readAction),
    rungs: readAll(board.rungs, readRung),
    shapes: readAll(board.shapes, readShape),
    stages: readAll(board.stages, readStage),
  })
}
