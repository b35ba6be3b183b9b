import { printedSettings } from '../domain/contact-type.ts'
import type { MomentId } from '../domain/id.ts'
import type { PlanningForm, PlanningRow } from '../domain/planning-row.ts'
import type { Session } from '../domain/session.ts'

/** In which files: nobody fills in a blank table of a program by hand. */
export const blankExtensions: readonly string[] = ['docx', 'pdf', 'xlsx', 'html', 'md']

/** Lines under the printed ones, for what else there is. */
const EMPTY_LINES = 3

/** The form as it is printed, to be filled in by hand: the ways to meet a customer, and empty lines. */
export function blankForm({ title, why }: Pick<Session, 'title' | 'why'>): PlanningForm {
  const printed = printedSettings.map(({ row }) => row)
  return { title, why, rows: [...printed, ...Array<string>(EMPTY_LINES).fill('')].map(lineOf), nextSession: null }
}

function lineOf(moment: string): PlanningRow {
  // No moment is behind it, so no id says so, and an edited copy has nothing to come back to.
  const id = '' as MomentId
  return { id, moment, description: '', issue: '', ranking: null, action: '', priority: false, position: null }
}
