import type { MomentId } from '../domain/id.ts'
import type { ColumnName } from './columns.ts'
import type { FormChange } from './form-change.ts'
import type { FileColumn } from './form-table.ts'

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

/** A row of the form that the file doesn't have. It stays, unless a person says otherwise. */
export interface MissingRow {
  readonly id: MomentId
  readonly moment: string
  /** Was it in the file when that was exported? Null when nobody can tell. */
  readonly wasThere: boolean | null
  /** What puts it into the bin; nothing when that can't be now. */
  readonly bin: readonly FormChange[]
  /** Why it can't be. */
  readonly refusal: string | null
}

/** Rows that stand elsewhere in the file than they stood at the export. The board's order stays, unless a person says otherwise. */
export interface MovedRows {
  /** Who would move, and behind whom; null for the very start. */
  readonly moved: readonly { readonly moment: string; readonly behind: string | null }[]
  /** Has the board's order of these rows changed since the export, too? */
  readonly boardToo: boolean
  readonly take: readonly FormChange[]
  readonly refusal: string | null
}

/** What would happen to the board if a file came back. Nothing has happened yet. */
export interface MergePlan {
  readonly changes: readonly PlannedChange[]
  readonly conflicts: readonly PlannedConflict[]
  readonly untaken: readonly Untaken[]
  readonly missing: readonly MissingRow[]
  /** Null when the file has no order of its own. */
  readonly order: MovedRows | null
  /** The file's columns, and what each was taken for. */
  readonly headings: readonly FileColumn[]
  /** Headings of the file that nobody knows. */
  readonly unknown: readonly string[]
  /** Which column of the form each heading was taken for. */
  readonly columns: readonly ColumnName[]
  /** Rows of the file. */
  readonly rows: number
}

/** Those that are meant when all are put into the bin: who may have come to the board later was taken out of nothing. */
export function takenOut(missing: readonly MissingRow[]): readonly MissingRow[] {
  const sure = missing.filter(({ wasThere }) => wasThere === true)
  return sure.length > 0 ? sure : missing.filter(({ wasThere }) => wasThere === null)
}

export type Resolution = 'board' | 'file' | 'both'

/** What a person takes of a file that it doesn't say by itself. */
export interface Besides {
  /** Shall this row, which the file doesn't have, go to the bin? */
  readonly bin: (row: MissingRow) => boolean
  /** Shall the timeline have the file's order? */
  readonly order: boolean
}
const NOTHING_BESIDES: Besides = { bin: () => false, order: false }

/** Everything that is to be done, by what was decided on each conflict; on what nobody decided, the board's words stay. */
export function resolved(
  plan: MergePlan,
  decide: (conflict: PlannedConflict, index: number) => Resolution,
  besides: Besides = NOTHING_BESIDES,
): FormChange[] {
  const decided = plan.conflicts.flatMap((conflict, index) => {
    const resolution = decide(conflict, index)
    if (resolution === 'board') return []
    return resolution === 'file' ? conflict.takeFile : (conflict.takeBoth ?? [])
  })
  const binned = plan.missing.flatMap((row) => (besides.bin(row) ? row.bin : []))
  const ordered = besides.order ? (plan.order?.take ?? []) : []
  return [...plan.changes.flatMap(({ changes }) => changes), ...decided, ...binned, ...ordered]
}
