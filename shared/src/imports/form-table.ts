import { isId, type MomentId } from '../domain/id.ts'
import { isStamp } from '../exports/cell-stamp.ts'
import { plainText } from '../exports/plain-text.ts'
import { importBounds } from './bounds.ts'
import { columnNamed, LONGEST_HEADING, type ColumnName } from './columns.ts'
import type { FileRow } from './importer.ts'
import { Unreadable } from './unreadable.ts'

/** How a person says which column of the form a column of the file is; null for one that is left alone. */
export type ColumnChoice = Readonly<Record<string, ColumnName | null>>

export interface FormTableRow {
  /** Null where the file says nothing of this kind of cell at all, not even that it is empty. */
  cell(column: ColumnName): string | null
  readonly at: number
  readonly id: MomentId | null
  readonly stamp: string
}

/** A column as it stands in the file. */
export interface FileColumn {
  readonly heading: string
  /** What it was taken for; null when it is left out or nobody knows. */
  readonly column: ColumnName | null
  /** The first texts below it, so that a person sees what it holds. */
  readonly samples: readonly string[]
}

/** A form out of a file: the rows below its headings. */
export interface FormTable {
  /** Each heading once. */
  readonly headings: readonly FileColumn[]
  readonly columns: ReadonlyMap<ColumnName, number>
  /** Headings that nobody knows: a person may say what they are. */
  readonly unknown: readonly string[]
  readonly rows: readonly FormTableRow[]
}

/** The headings stand in one of the first rows: a title and a why may come before. */
const HEADING_ROWS = 50

/** The form in a file's rows, in whatever order its columns are. Throws `Unreadable` for what is no table of moments. */
export function formTable(rows: readonly FileRow[], choice: ColumnChoice = {}): FormTable {
  bound(rows)
  const head = headingRow(rows, choice)
  if (head === undefined) throw new Unreadable(NO_HEADINGS)
  const headings = head.cells.map((cell) => plainText(cell).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_HEADING))
  const { known, unknown } = assigned(headings, choice)
  if (!known.has('MOMENT OF TRUTH') && unknown.length === 0) throw new Unreadable(NO_HEADINGS)
  const body = rows.slice(rows.indexOf(head) + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (body.length > importBounds.rows) throw new Unreadable(TOO_MANY)
  return {
    headings: fileColumns(headings, known, body),
    columns: known,
    unknown,
    rows: body.map((row) => tableRow(row, known)),
  }
}

const SAMPLES = 3
const SAMPLE_LENGTH = 80
/** Where a column has nothing in so many rows, nothing is shown of it. */
const SAMPLED_ROWS = 50

function fileColumns(
  headings: readonly string[],
  known: ReadonlyMap<ColumnName, number>,
  body: readonly FileRow[],
): readonly FileColumn[] {
  const byPlace = new Map(Array.from(known, ([column, at]) => [at, column]))
  return headings.flatMap((heading, at) => {
    if (heading === '' || headings.indexOf(heading) < at) return []
    const said = body.slice(0, SAMPLED_ROWS).flatMap(({ cells }) => plainText(cells[at] ?? '').trim() || [])
    const samples = said.slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH).toWellFormed())
    return [{ heading, column: byPlace.get(at) ?? null, samples }]
  })
}

const NO_HEADINGS =
  'No column of this file is headed MOMENT OF TRUTH. Write the form’s headings above its columns, then bring it again.'
const TOO_LONG = 'All the texts of this file together are longer than a form can be. Bring it in parts.'
const TOO_MANY = `This file has more than ${importBounds.rows} rows. Bring it in parts.`

function bound(rows: readonly FileRow[]): void {
  let all = 0
  for (const { cells, at } of rows) {
    if (cells.length > importBounds.columns)
      throw new Unreadable(`Row ${at} has ${cells.length} columns. A form has at most ${importBounds.columns}.`)
    const long = cells.findIndex(({ length }) => length > importBounds.cell)
    if (long >= 0)
      throw new Unreadable(`Row ${at}, column ${long + 1}: this cell is longer than any text of a board may be.`)
    all = cells.reduce((sum, { length }) => sum + length, all)
    if (all > importBounds.allCells) throw new Unreadable(TOO_LONG)
  }
}

/** The row that most of its cells know themselves in; else the first one that says anything, for a person to tell. */
function headingRow(rows: readonly FileRow[], choice: ColumnChoice): FileRow | undefined {
  const first = rows.slice(0, HEADING_ROWS)
  const score = ({ cells }: FileRow) =>
    cells.filter((cell) => columnNamed(cell) !== undefined || Object.hasOwn(choice, cell.trim())).length
  const best = first.reduce<FileRow | undefined>(
    (found, row) => (score(row) > (found === undefined ? 0 : score(found)) ? row : found),
    undefined,
  )
  return best ?? first.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)
}

function assigned(headings: readonly string[], choice: ColumnChoice) {
  const known = new Map<ColumnName, number>()
  const unknown: string[] = []
  for (const [at, heading] of headings.entries()) {
    if (heading === '') continue
    const said = Object.hasOwn(choice, heading) ? choice[heading] : undefined
    const column = said === undefined ? columnNamed(heading) : said
    if (column === null) continue
    // Of two columns with one heading the first counts; the other is asked about.
    if (column === undefined || known.has(column)) unknown.push(heading)
    else known.set(column, at)
  }
  return { known, unknown: [...new Set(unknown)] }
}

function tableRow({ cells, at, id, stamp }: FileRow, known: ReadonlyMap<ColumnName, number>): FormTableRow {
  const cell = (column: ColumnName): string | null => {
    const index = known.get(column)
    return index === undefined ? null : plainText(cells[index] ?? '')
  }
  const [ownId, ownStamp] = [cell('ID')?.trim(), cell('STAMP')?.trim() ?? '']
  return {
    cell,
    at,
    id: id ?? (isId<MomentId>(ownId) ? ownId : null),
    stamp: stamp !== '' ? stamp : isStamp(ownStamp) ? ownStamp : '',
  }
}
