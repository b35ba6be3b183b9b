import { compareOrder } from '../board/order.ts'
import type { Rung } from '../domain/action.ts'
import { evidences, rankings } from '../domain/assessment.ts'
import { channels, isOwnChannel, settings, type ChannelId, type OwnChannel } from '../domain/contact-type.ts'
import type { MomentId } from '../domain/id.ts'
import { planningHeadings, type PlanningRow } from '../domain/planning-row.ts'
import type { Vote } from '../domain/session.ts'
import { actionsInOrder, oneLine } from '../priorities/planning-form.ts'
import { stampAmong, stampOf } from './cell-stamp.ts'
import type { ExportInput } from './exporter.ts'
import { plainText } from './plain-text.ts'
import type { RedactedAction, RedactedBoard } from './redact.ts'

/** The form as a table of plain texts: what every tabular format writes. */
export interface Sheet {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The form's own table knows whose row each is. */
export interface FormSheet extends Sheet {
  /** By row: the moment, and what the row says now, by which an edited file comes home (see cell-stamp.ts). */
  readonly marks: readonly RowMark[]
}

export interface RowMark {
  readonly id: MomentId
  readonly stamp: string
}

/** What the five columns lack; they stand first, so that the extended sheet is the printed form and more. */
export const extendedHeadings = [
  'ID',
  'CHANNEL',
  'SETTING',
  'KIND',
  'TICKS',
  'EXPECTATION',
  'EVIDENCE',
  'TARGET',
  'OWNER',
  'DUE',
  'FIRST STEP',
  'AGREED',
  'LADDER',
  'PARKED IDEAS',
] as const

/** Where a format has no better place for a row's stamp, it stands in a last column. */
export const STAMP_HEADING = 'STAMP'

/** The columns that a stamp tells of, in its order: the printed ones, then those of the extended sheet that people edit. */
export const stampedHeadings = [
  ...planningHeadings,
  'EXPECTATION',
  'EVIDENCE',
  'CHANNEL',
  'SETTING',
  'KIND',
  'TARGET',
  'OWNER',
  'DUE',
  'FIRST STEP',
] as const satisfies readonly (typeof planningHeadings | typeof extendedHeadings)[number][]

export function sheetOf({ form, board, options }: ExportInput): FormSheet {
  if (options.sheet === 'form') {
    const rows = form.rows.map((row) => formCells(row).map(plainText))
    return { headings: planningHeadings, rows, marks: marksOf(form.rows, rows) }
  }
  const facts = factsOf(board)
  const headings = [...planningHeadings, ...extendedHeadings]
  const cells = form.rows.map((row) => [...formCells(row), ...extendedCells(row.id, facts)].map(plainText))
  const columns = stampedHeadings.map((heading) => headings.indexOf(heading))
  const marks = marksOf(
    form.rows,
    cells.map((row) => columns.map((column) => row[column] ?? '')),
  )
  return { headings, rows: cells, marks }
}

function marksOf(rows: readonly PlanningRow[], cells: readonly (readonly string[])[]): readonly RowMark[] {
  return rows.map(({ id }, index) => {
    const [before = null, after = null] = [rows[index - 1]?.id, rows[index + 1]?.id]
    return { id, stamp: stampAmong(stampOf(cells[index] ?? []), before, after) }
  })
}

function formCells(row: PlanningRow): readonly string[] {
  return [row.moment, row.description, row.issue, row.ranking === null ? '' : rankings[row.ranking].label, row.action]
}

/** The board's records by moment, looked up once for all rows. */
function factsOf({ session, moments, assessments, actions, rungs, ideas }: RedactedBoard) {
  return {
    session,
    moments: new Map(moments.map((moment) => [moment.id, moment])),
    assessments: new Map(assessments.map((assessment) => [assessment.moment, assessment])),
    actions: Map.groupBy(actions, (action) => action.moment),
    rungs: Map.groupBy(rungs, (rung) => rung.moment),
    ideas: Map.groupBy(ideas, (idea) => idea.moment),
  }
}
type Facts = ReturnType<typeof factsOf>

/** Cells about actions have one line an action, in step with the lines of the ACTION column. */
function extendedCells(id: MomentId, facts: Facts): readonly string[] {
  const moment = facts.moments.get(id)
  const assessment = facts.assessments.get(id)
  const actions = actionsInOrder(facts.actions.get(id) ?? [])
  const lines = (of: (action: RedactedAction) => string) => actions.map((action) => oneLine(of(action))).join('\n')
  const evidence = assessment?.evidence ?? null
  const setting = moment?.setting ?? null
  return [
    id,
    channelLabel(moment?.channel ?? null, facts.session.channels),
    setting === null ? '' : settings[setting].label,
    moment?.kind ?? '',
    ticks(id, facts.session.vote),
    assessment?.expectation ?? '',
    evidence === null ? '' : evidences[evidence].label,
    lines(({ target }) => (target === null ? '' : rankings[target].label)),
    lines(({ owner }) => owner ?? ''),
    lines(({ due }) => due ?? ''),
    lines(({ firstStep }) => firstStep),
    lines(({ agreed }) => String(agreed)),
    ladder(facts.rungs.get(id) ?? []),
    parkedIdeas(facts.ideas.get(id) ?? []),
  ]
}

function channelLabel(channel: ChannelId | null, own: readonly OwnChannel[]): string {
  if (channel === null) return ''
  if (isOwnChannel(channel)) return own.find((each) => each.id === channel)?.label ?? ''
  return channels[channel].label
}

function ticks(id: MomentId, vote: Vote): string {
  if (vote.state !== 'closed') return ''
  return String(Object.hasOwn(vote.totals, id) ? (vote.totals[id] ?? 0) : 0)
}

function ladder(rungs: readonly Rung[]): string {
  return rungs
    .filter((rung) => !rung.removed)
    .toSorted(compareOrder)
    .map((rung) => oneLine(rung.text) + (rung.done ? ' (done)' : ''))
    .join('\n')
}

function parkedIdeas(ideas: RedactedBoard['ideas']): string {
  return ideas
    .filter((idea) => !idea.withdrawn)
    .toSorted((a, b) => compareOrder({ id: a.id, order: a.slot }, { id: b.id, order: b.slot }))
    .flatMap((idea) => {
      if (idea.verdict.state !== 'parked') return []
      const reason = oneLine(idea.verdict.reason)
      return [oneLine(idea.text) + (reason === '' ? '' : ` (${reason})`)]
    })
    .join('\n')
}
