import { importBounds } from './bounds.ts'
import { decodeText } from './decode-text.ts'
import { delimited, separatorOf } from './delimited.ts'
import { fileRow, type FileRow, type Importer } from './importer.ts'
import { Unreadable } from './unreadable.ts'

/** The form as CSV: ours, or what a spreadsheet made of it, with its own separator, line ends and alphabet. */
export const csvImporter = {
  id: 'csv',
  label: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  mediaTypes: ['text/csv', 'text/tab-separated-values', 'text/plain'],
  read: readCsv,
} as const satisfies Importer

function readCsv(bytes: Uint8Array): readonly FileRow[] {
  const text = decodeText(bytes)
  const { separator, from } = separatorOf(text)
  const { records, broken } = delimited(text.slice(from), separator, importBounds.rows + 2)
  if (broken !== null) {
    const line = broken + (from > 0 ? 1 : 0)
    throw new Unreadable(`Line ${line}: a quote is opened there and never closed, or something follows it.`)
  }
  return records
    .map((cells, index) => fileRow(cells.map(unguarded), index + 1))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** Takes the apostrophe away by which `guardFormula` says that a cell is text. */
function unguarded(cell: string): string {
  return /^''*\s*[=+\-@\t＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}
