import { compareOrder } from '../board/order.ts'
import { evidences, rankings } from '../domain/assessment.ts'
import { channels, isOwnChannel, settings, type ChannelId } from '../domain/contact-type.ts'
import type { MomentId } from '../domain/id.ts'
import { planningHeadings, type PlanningRow } from '../domain/planning-row.ts'
import { actionsInOrder, oneLine } from '../priorities/planning-form.ts'
import type { ExportInput } from './exporter.ts'
import { plainText } from './plain-text.ts'
import type { RedactedBoard } from './redact.ts'

/** The form as a table of plain texts: what every tabular format writes. */
export interface Sheet {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
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

export function sheetOf({ form, board, options }: ExportInput): Sheet {
  if (options.sheet === 'form') {
    return { headings: planningHeadings, rows: form.rows.map((row) => formCells(row).map(plainText)) }
  }
  return {
    headings: [...planningHeadings, ...extendedHeadings],
    rows: form.rows.map((row) => [...formCells(row), ...extendedCells(row.id, board)].map(plainText)),
  }
}

export function formCells(row: PlanningRow): readonly string[] {
  return [row.moment, row.description, row.issue, row.ranking === null ? '' : rankings[row.ranking].label, row.action]
}

/** Cells about actions have one line an action, in step with the lines of the ACTION column. */
function extendedCells(id: MomentId, board: RedactedBoard): readonly string[] {
  const moment = board.moments.find((each) => each.id === id)
  const assessment = board.assessments.find((each) => each.moment === id)
  const actions = actionsInOrder(board.actions.filter((action) => action.moment === id))
  const lines = (of: (action: (typeof actions)[number]) => string) =>
    actions.map((action) => oneLine(of(action))).join('\n')
  const evidence = assessment?.evidence ?? null
  const setting = moment?.setting ?? null
  return [
    id,
    channelLabel(moment?.channel ?? null, board),
    setting === null ? '' : settings[setting].label,
    moment?.kind ?? '',
    ticks(id, board),
    assessment?.expectation ?? '',
    evidence === null ? '' : evidences[evidence].label,
    lines(({ target }) => (target === null ? '' : rankings[target].label)),
    lines(({ owner }) => owner ?? ''),
    lines(({ due }) => due ?? ''),
    lines(({ firstStep }) => firstStep),
    lines(({ agreed }) => String(agreed)),
    ladder(id, board),
    parkedIdeas(id, board),
  ]
}

export function channelLabel(channel: ChannelId | null, board: Pick<RedactedBoard, 'session'>): string {
  if (channel === null) return ''
  if (isOwnChannel(channel)) return board.session.channels.find((own) => own.id === channel)?.label ?? ''
  return channels[channel].label
}

function ticks(id: MomentId, board: RedactedBoard): string {
  const { vote } = board.session
  if (vote.state !== 'closed') return ''
  return String(Object.hasOwn(vote.totals, id) ? (vote.totals[id] ?? 0) : 0)
}

function ladder(id: MomentId, board: RedactedBoard): string {
  const rungs = board.rungs.filter((rung) => rung.moment === id && !rung.removed).toSorted(compareOrder)
  return rungs.map((rung) => oneLine(rung.text) + (rung.done ? ' (done)' : '')).join('\n')
}

function parkedIdeas(id: MomentId, board: RedactedBoard): string {
  return board.ideas
    .filter((idea) => idea.moment === id && !idea.withdrawn)
    .toSorted((a, b) => compareOrder({ id: a.id, order: a.slot }, { id: b.id, order: b.slot }))
    .flatMap((idea) => {
      if (idea.verdict.state !== 'parked') return []
      const reason = oneLine(idea.verdict.reason)
      return [oneLine(idea.text) + (reason === '' ? '' : ` (${reason})`)]
    })
    .join('\n')
}
