import type { Ranking } from './assessment.ts'
import type { MomentId } from './id.ts'

/** The printed form's headings, in its order. */
export const planningHeadings = ['MOMENT OF TRUTH', 'DESCRIPTION', 'ISSUE/PROBLEM', 'RANKING', 'ACTION'] as const

/** What the method calls its form. */
export const FORM_NAME = 'Moments of truth: customer care contact planning'

/** One row of the planning form. `id` is the moment's and never changes. */
export interface PlanningRow {
  readonly id: MomentId
  readonly moment: string
  readonly description: string
  readonly issue: string
  readonly ranking: Ranking | null
  /** All actions of the moment, one a line. */
  readonly action: string
  readonly priority: boolean
  /** Position on the timeline, from 1; null for a moment behind the scenes. */
  readonly position: number | null
}

export interface PlanningForm {
  readonly title: string
  readonly why: string
  readonly rows: readonly PlanningRow[]
  readonly nextSession: { readonly date: string; readonly time: string } | null
}
