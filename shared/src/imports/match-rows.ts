import type { MomentId } from '../domain/id.ts'
import { comparable } from '../exports/cell-stamp.ts'
import type { FormTable, FormTableRow } from './form-table.ts'

/** The form as it stands on the board: by row its moment and its cells. */
export interface FormRows {
  readonly ids: readonly MomentId[]
  cell(id: MomentId, column: 'MOMENT OF TRUTH'): string
}

export type MatchedRow =
  | { readonly row: FormTableRow; readonly moment: MomentId }
  | { readonly row: FormTableRow; readonly moment: null; readonly twice: number | null }

/**
 * Which moment each row of a file is of: by the id that it carries, else by the very words of its moment, else it is new.
 * Of two rows of one moment the second is new when it tells of another one, else it says the row that was there before.
 */
export function matchRows(table: FormTable, form: FormRows): readonly MatchedRow[] {
  const known = new Set(form.ids)
  const taken = new Map<MomentId, number>()
  const first = table.rows.map(({ id, at }) => {
    if (id === null || !known.has(id) || taken.has(id)) return null
    taken.set(id, at)
    return id
  })
  const byWords = Map.groupBy(
    form.ids.filter((id) => !taken.has(id)),
    (id) => comparable(form.cell(id, 'MOMENT OF TRUTH')),
  )
  return table.rows.map((row, index): MatchedRow => {
    const words = comparable(row.cell('MOMENT OF TRUTH') ?? '')
    const found = first[index] ?? (words === '' ? undefined : byWords.get(words)?.shift()) ?? null
    if (found !== null) return { row, moment: found }
    const twice = row.id === null ? undefined : taken.get(row.id)
    const isCopy = row.id !== null && twice !== undefined && words === comparable(form.cell(row.id, 'MOMENT OF TRUTH'))
    return { row, moment: null, twice: isCopy ? twice : null }
  })
}
