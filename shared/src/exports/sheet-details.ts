import { planningHeadings } from '../domain/planning-row.ts'
import type { Sheet } from './sheet.ts'

/** What paper says under the form of one moment: fourteen more columns fit no page. */
export interface MomentDetails {
  /** In one line. */
  readonly moment: string
  /** A name and what it is. */
  readonly facts: readonly (readonly [heading: string, text: string])[]
  /** What was agreed to be done, one action a row; null where there is nothing to do yet. */
  readonly actions: Sheet | null
}

const actionHeadings: readonly string[] = ['ACTION', 'TARGET', 'OWNER', 'DUE', 'FIRST STEP', 'AGREED']
/** How these share the width. */
export const ACTION_SHARES = [0.31, 0.1, 0.13, 0.11, 0.27, 0.08] as const

/** None for the plain sheet: its five columns are on the form. */
export function detailsOf({ headings, rows }: Sheet): readonly MomentDetails[] {
  const columns = planningHeadings.length
  if (headings.length === columns) return []
  const facts = headings.flatMap((heading, at) => (at < columns || actionHeadings.includes(heading) ? [] : [at]))
  return rows.map((cells) => ({
    moment: (cells[0] ?? '').replaceAll('\n', ' '),
    facts: facts.map((at) => [headings[at] ?? '', cells[at] ?? ''] as const),
    actions: actionsOf(headings, cells),
  }))
}

/** The cells about actions have one line an action, in step. */
function actionsOf(headings: readonly string[], cells: readonly string[]): Sheet | null {
  const columns = actionHeadings.map((heading) => (cells[headings.indexOf(heading)] ?? '').split('\n'))
  const [actions = []] = columns
  if (actions.every((action) => action === '')) return null
  return { headings: actionHeadings, rows: actions.map((_, at) => columns.map((lines) => lines[at] ?? '')) }
}
