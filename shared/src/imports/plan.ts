import type { MomentId } from '../domain/id.ts'
import type { ColumnName } from './columns.ts'
import type { FormChange } from './form-change.ts'

/** Where something stands in the file, and of which moment it is. */
export interface PlanPlace {
  /** The file's row, as whoever opens it counts. */
  readonly row: number
  /** The moment's words as they are on the board; of a new one, those of the file. */
  readonly moment: string
  /** Null for a row as a whole. */
  readonly column: ColumnName | null
}

/** A cell, or a new row, that the file alone has changed: it is taken. */
export interface PlannedChange extends PlanPlace {
  readonly board: string
  readonly file: string
  readonly changes: readonly FormChange[]
}

/** A cell that the file and the board both say something else in, so that a person has to decide. */
export interface PlannedConflict extends PlanPlace {
  readonly board: string
  readonly file: string
  /** What taking the file's words changes. */
  readonly takeFile: readonly FormChange[]
  /** What keeping both changes; null where both can't stand. */
  readonly takeBoth: readonly FormChange[] | null
}

/** What isn't taken, and why: no word of a file is passed over in silence. */
export interface Untaken extends PlanPlace {
  readonly file: string
  readonly reason: string
}

/** What would happen to the board if a file came back. Nothing has happened yet. */
export interface MergePlan {
  readonly changes: readonly PlannedChange[]
  readonly conflicts: readonly PlannedConflict[]
  readonly untaken: readonly Untaken[]
  /** Rows of the form that the file doesn't have. They stay, unless a person says otherwise. */
  readonly missing: readonly { readonly id: MomentId; readonly moment: string }[]
  /** Headings of the file that nobody knows. */
  readonly unknown: readonly string[]
  /** Which column of the form each heading was taken for. */
  readonly columns: readonly ColumnName[]
  /** Rows of the file. */
  readonly rows: number
}

export type Resolution = 'board' | 'file' | 'both'

/** Everything that is to be done, by what was decided on each conflict; on what nobody decided, the board's words stay. */
export function resolved(
  plan: MergePlan,
  decide: (conflict: PlannedConflict, index: number) => Resolution,
): FormChange[] {
  const decided = plan.conflicts.flatMap((conflict, index) => {
    const resolution = decide(conflict, index)
    if (resolution === 'board') return []
    return resolution === 'file' ? conflict.takeFile : (conflict.takeBoth ?? [])
  })
  return [...plan.changes.flatMap(({ changes }) => changes), ...decided]
}
