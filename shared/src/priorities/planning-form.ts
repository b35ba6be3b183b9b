import { compareOrder } from '../board/order.ts'
import { numbered, timeline } from '../board/timeline.ts'
import type { Action } from '../domain/action.ts'
import type { Ranking } from '../domain/assessment.ts'
import type { BoardSnapshot } from '../domain/board-snapshot.ts'
import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { PlanningForm, PlanningRow } from '../domain/planning-row.ts'

/** What the form is computed from: a snapshot of the board, or a board that was exported. */
export interface FormSource extends Pick<BoardSnapshot, 'session' | 'moments' | 'assessments' | 'grades'> {
  readonly actions: readonly FormAction[]
}
export type FormAction = Pick<Action, 'id' | 'moment' | 'text' | 'firstStep' | 'order' | 'removed'>

export interface FormChoice {
  /** The timeline's order, or the shortlisted moments before the others, each group in the timeline's order. */
  readonly order: 'timeline' | 'shortlist'
  /** `priorities` falls back to the moments with something written on them while there is no shortlist. */
  readonly rows: 'priorities' | 'all'
  /** Shall prompts that nobody touched be rows too? */
  readonly prompts: boolean
}

/** The planning form of a board. Its rows follow the order keys of the timeline, never a place on the wall. */
export function planningForm(board: FormSource, choice: FormChoice): PlanningForm {
  const { title, why, nextSession } = board.session
  const rows = chosenRows(rowsOnTimeline(board, choice.prompts), choice.rows)
  return {
    title,
    why,
    rows: choice.order === 'timeline' ? rows : rows.toSorted((a, b) => Number(b.priority) - Number(a.priority)),
    nextSession: nextSession === null ? null : { date: nextSession.date, time: nextSession.time },
  }
}

function chosenRows(rows: readonly PlanningRow[], choice: FormChoice['rows']): readonly PlanningRow[] {
  if (choice === 'all') return rows
  const priorities = rows.filter((row) => row.priority)
  if (priorities.length > 0) return priorities
  const written = rows.filter(isFilled)
  return written.length > 0 ? written : rows
}

function rowsOnTimeline(board: FormSource, prompts: boolean): readonly PlanningRow[] {
  const facts = factsByMoment(board)
  const positions = numbered(board.moments)
  return timeline(board.moments)
    .map((moment) => ({ moment, row: rowOf(moment, facts, positions.get(moment.id) ?? null) }))
    .filter(({ moment, row }) => isTouched(moment, row) || (prompts && moment.prompt !== null))
    .map(({ row }) => row)
}

interface Facts {
  readonly texts: ReadonlyMap<MomentId, { readonly description: string; readonly issue: string }>
  readonly settled: ReadonlyMap<MomentId, Ranking | null>
  readonly actions: ReadonlyMap<MomentId, readonly FormAction[]>
  readonly shortlist: ReadonlySet<MomentId>
}

function factsByMoment(board: FormSource): Facts {
  return {
    texts: new Map(board.assessments.map((assessment) => [assessment.moment, assessment])),
    settled: new Map(board.grades.map((grade) => [grade.moment, grade.settled])),
    actions: Map.groupBy(board.actions, (action) => action.moment),
    shortlist: new Set(board.session.shortlist?.moments),
  }
}

function rowOf(moment: Moment, facts: Facts, position: number | null): PlanningRow {
  const texts = facts.texts.get(moment.id)
  return {
    id: moment.id,
    moment: moment.text.trim() === '' ? (moment.prompt ?? '') : moment.text,
    description: texts?.description ?? '',
    issue: texts?.issue ?? '',
    ranking: facts.settled.get(moment.id) ?? null,
    action: actionsInOrder(facts.actions.get(moment.id) ?? [])
      .map(actionLine)
      .join('\n'),
    priority: facts.shortlist.has(moment.id),
    position,
  }
}

/** The actions that say something, in their order. */
export function actionsInOrder<Each extends FormAction>(actions: readonly Each[]): readonly Each[] {
  return actions.filter((action) => !action.removed && actionLine(action) !== '').toSorted(compareOrder)
}

/** One action is one line; without words of its own it goes by its first step. */
function actionLine(action: FormAction): string {
  return oneLine(action.text) || oneLine(action.firstStep)
}

/** Text in one line, so that several actions can stand under each other in one cell. */
export function oneLine(text: string): string {
  // Split, not replaced together with the blanks around: that takes the square of a long row of blanks.
  const lines = text.split(/[\n\r\v\f\u0085\u2028\u2029]/u).map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

function isFilled(row: PlanningRow): boolean {
  return row.description.trim() !== '' || row.issue.trim() !== '' || row.ranking !== null || row.action !== ''
}

/** An empty note and a prompt that still says what was printed are no moments yet, unless somebody chose or filled them. */
function isTouched(moment: Moment, row: PlanningRow): boolean {
  const text = moment.text.trim()
  return (text !== '' && text !== moment.prompt) || row.priority || isFilled(row)
}
