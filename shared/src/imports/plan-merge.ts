import { newId, type ActionId, type MomentId } from '../domain/id.ts'
import type { Random } from '../board/order.ts'
import { viewOfSnapshot } from '../board/snapshot-view.ts'
import type { Action } from '../domain/action.ts'
import type { Actor } from '../domain/actor.ts'
import type { BoardSnapshot } from '../domain/board-snapshot.ts'
import { mayChange } from './judge-changes.ts'
import { comparable, saidAtExport } from '../exports/cell-stamp.ts'
import { redact } from '../exports/redact.ts'
import { sheetOf, stampedHeadings } from '../exports/sheet.ts'
import { actionsInOrder, planningForm } from '../priorities/planning-form.ts'
import { importBounds } from './bounds.ts'
import type { ColumnName } from './columns.ts'
import type { FormTable, FormTableRow } from './form-table.ts'
import type { FormChange } from './form-change.ts'
import { matchRows } from './match-rows.ts'
import type { MergePlan, PlannedChange, PlannedConflict, Untaken } from './plan.ts'
import type { CellFacts } from './cell-outcome.ts'
import { cellChanges } from './plan-cells.ts'
import { missingRows } from './plan-missing.ts'
import { movedRows, type FileSpot } from './plan-order.ts'
import { Unreadable } from './unreadable.ts'

export interface Merging {
  readonly board: BoardSnapshot
  readonly table: FormTable
  readonly actor: Actor
  readonly random: Random
}

/**
 * Compares a file of the form with the living board, cell by cell. By a row's stamp it tells who has changed what since
 * the export: what the file alone has changed is taken, what the board alone has changed stays, and what both have
 * changed is for a person. Without a stamp an empty cell says nothing, and two different texts are for a person, too.
 * Rows of which nobody can tell the moment wait until a person has said which column names it.
 */
export function planMerge(merging: Merging): MergePlan {
  const { table } = merging
  const desk = createDesk(merging)
  const rows = matchRows(table, desk.form)
  const sequence: FileSpot[] = []
  let last: MomentId | null = null
  for (const matched of rows) {
    const { row, moment } = matched
    const why = moment === null ? whyAway(desk, row, matched.twice) : null
    if (moment !== null) for (const column of table.columns.keys()) compareCell(desk, { row, moment, column })
    if (moment === null && row.cell(MOMENT) === null) continue
    if (why !== null) leaveRow(desk, row, why)
    else {
      const stands: MomentId | null = moment ?? addRow(desk, row, last)
      if (stands !== null && stands !== last) sequence.push({ id: stands, row, isNew: moment === null })
      last = stands
    }
    bound(desk)
  }
  const { form, changes, conflicts, untaken, view } = desk
  const facts = { view, sequence, form, actor: merging.actor, wordsOf: (id: MomentId) => form.cell(id, MOMENT) }
  return {
    changes,
    conflicts,
    untaken,
    missing: tellsMoments(table) ? missingRows(facts, rows) : [],
    order: movedRows(facts),
    headings: table.headings,
    unknown: table.unknown,
    columns: [...table.columns.keys()],
    rows: table.rows.length,
  }
}

const MOMENT = 'MOMENT OF TRUTH'
const tellsMoments = ({ columns, rows }: FormTable) => columns.has(MOMENT) || rows.some(({ id }) => id !== null)
/** Columns by which a row is found, and nothing on the board is changed. */
const ABOUT_THE_ROW: ReadonlySet<ColumnName> = new Set(['ID', 'STAMP'])
const stamped: readonly ColumnName[] = stampedHeadings
/** What a new row may say of its moment. */
const OF_NEW_ROWS = stamped.filter((column) => column !== MOMENT)

function createDesk({ board, table, actor, random }: Merging) {
  const view = viewOfSnapshot(board)
  const actions = Map.groupBy(board.actions, ({ moment }) => moment)
  return {
    table,
    view,
    random,
    form: formOf(board),
    changes: [] as PlannedChange[],
    conflicts: [] as PlannedConflict[],
    untaken: [] as Untaken[],
    /** How far the bounds have been asked, and the changes of the board until there. */
    counted: { changes: 0, conflicts: 0, inAll: 0 },
    factsOf: (moment: MomentId, row: FormTableRow): CellFacts => ({
      moment,
      fileActions: row.cell('ACTION'),
      view,
      actions: actionsInOrder<Action>(actions.get(moment) ?? []),
      newId: () => newId<ActionId>(random),
    }),
    refusalOf(changes: readonly FormChange[]): string | null {
      const ruling = changes.map((change) => mayChange(view, actor, change)).find(({ allowed }) => !allowed)
      return ruling === undefined || ruling.allowed ? null : ruling.reason
    },
  }
}
type Desk = ReturnType<typeof createDesk>

interface Cell {
  readonly row: FormTableRow
  readonly moment: MomentId
  readonly column: ColumnName
}

function compareCell(desk: Desk, { row, moment, column }: Cell): void {
  const [file, now] = [row.cell(column) ?? '', desk.form.cell(moment, column)]
  if (ABOUT_THE_ROW.has(column) || comparable(file) === comparable(now)) return
  const index = stamped.indexOf(column)
  const [fileSaid, boardSaid] = [file, now].map((words) => (index < 0 ? null : saidAtExport(row.stamp, index, words)))
  if (fileSaid === true || (fileSaid === null && comparable(file) === '')) return
  const place = { row: row.at, moment: desk.form.cell(moment, MOMENT), column }
  const outcome = cellChanges(column, file, desk.factsOf(moment, row))
  const reason = 'reason' in outcome ? outcome.reason : desk.refusalOf(outcome.changes)
  if (reason !== null) return void desk.untaken.push({ ...place, file: shown(file), reason: shown(reason) })
  if ('reason' in outcome || outcome.changes.length === 0) return
  // What the board lacks altogether nobody has written otherwise.
  const isTaken = boardSaid === true || (boardSaid === null && comparable(now) === '')
  if (isTaken) desk.changes.push({ ...place, board: now, file, changes: outcome.changes })
  else
    desk.conflicts.push({
      ...place,
      board: now,
      file: shown(file, importBounds.decided),
      takeFile: outcome.changes,
      takeBoth: outcome.both,
    })
}

/** A new moment behind the row before it, with everything that its row says. Returns what the next one comes behind. */
function addRow(desk: Desk, row: FormTableRow, after: MomentId | null): MomentId | null {
  const id = newId<MomentId>(desk.random)
  const file = (row.cell(MOMENT) ?? '').trim()
  const title = cellChanges(MOMENT, file, desk.factsOf(id, row))
  const made: FormChange = { kind: 'moments', after, moments: [{ id, text: file }] }
  const reason = 'reason' in title ? title.reason : desk.refusalOf([made])
  if (reason !== null) {
    leaveRow(desk, row, reason)
    return after
  }
  const place = { row: row.at, moment: file }
  const more = OF_NEW_ROWS.flatMap((column) => {
    const cell = row.cell(column) ?? ''
    if (cell.trim() === '') return []
    const outcome = cellChanges(column, cell, desk.factsOf(id, row))
    const why = 'reason' in outcome ? outcome.reason : desk.refusalOf(outcome.changes)
    if (why === null && 'changes' in outcome) return outcome.changes
    desk.untaken.push({ ...place, column, file: shown(cell), reason: shown(why ?? '') })
    return []
  })
  desk.changes.push({ ...place, column: null, board: '', file, changes: [made, ...more] })
  return id
}

/** Why a row of no moment on the form isn't a new one; null when it is. */
function whyAway({ form, view }: Desk, { id }: FormTableRow, twice: number | null): string | null {
  if (twice !== null) return `This row is of the same moment as row ${twice}.`
  const moment = id === null || form.has(id) ? undefined : view.moment(id)
  if (moment === undefined) return null
  if (moment.removed) return 'This moment is in the bin. Take it out, then bring the file again.'
  return moment.stackedOn === null
    ? 'This moment is behind the scenes now. What is written there isn’t part of the form.'
    : 'This moment lies under another one now. Take it out of the stack, then bring the file again.'
}

function leaveRow(desk: Desk, row: FormTableRow, reason: string): void {
  const said = stamped.flatMap((column) => row.cell(column)?.trim() || [])
  const moment = shown((row.cell(MOMENT) ?? '').trim())
  desk.untaken.push({ row: row.at, moment, column: null, file: shown(said.join('\n')), reason: shown(reason) })
}

/** What a list only shows is told as far as a person reads it; what is to be written lies in the changes, whole. */
function shown(words: string, most: number = importBounds.shown): string {
  return words.length > most ? `${words.slice(0, most).toWellFormed()}…` : words
}

/** Asked after every row: a plan that is too much is to end before it is made. */
function bound({ changes, conflicts, untaken, counted }: Desk): void {
  for (const each of changes.slice(counted.changes)) counted.inAll += each.changes.length
  for (const { takeFile, takeBoth } of conflicts.slice(counted.conflicts))
    counted.inAll += takeFile.length + (takeBoth?.length ?? 0)
  counted.changes = changes.length
  counted.conflicts = conflicts.length
  const listed = changes.length + conflicts.length + untaken.length
  if (listed > importBounds.planned || counted.inAll > importBounds.plannedChanges) throw new Unreadable(TOO_DIFFERENT)
}

const TOO_DIFFERENT = 'This file says more that is new than can be brought at once. Bring it in parts.'

/** The form with all its columns as it stands, prompts and all. */
function formOf(board: BoardSnapshot) {
  const redacted = redact(board, 'facilitator')
  const choice = { order: 'timeline', rows: 'all' } as const
  const form = planningForm(redacted, { ...choice, prompts: true })
  const options = { sheet: 'extended', bom: false, now: 0, date: null, people: null } as const
  const { headings, rows, marks } = sheetOf({ id: '' as never, form, board: redacted, options })
  const cells = new Map(marks.map(({ id }, index) => [id, rows[index] ?? []]))
  return {
    ids: marks.map(({ id }) => id),
    has: (id: MomentId) => cells.has(id),
    touched: planningForm(redacted, { ...choice, prompts: false }).rows.map(({ id }) => id),
    cell: (id: MomentId, column: ColumnName): string => cells.get(id)?.[headings.indexOf(column)] ?? '',
  }
}
