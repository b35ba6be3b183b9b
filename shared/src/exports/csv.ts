import type { ExportInput, Exporter } from './exporter.ts'
import { sheetOf, STAMP_HEADING } from './sheet.ts'

/** RFC 4180: commas, CRLF after every record, quotes doubled; UTF-8, with a byte order mark unless asked otherwise. */
export const csv = {
  id: 'csv',
  label: 'CSV',
  of: 'form',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  write: writeCsv,
} as const satisfies Exporter

function writeCsv(input: ExportInput): string {
  return (input.options.bom ? '\ufeff' : '') + records(tableOf(input))
}

/** Any table as CSV. */
export function records(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** The plain sheet has the printed form's columns and no other; the extended one says at its end how it left. */
function tableOf(input: ExportInput): readonly (readonly string[])[] {
  const { headings, rows, marks } = sheetOf(input)
  if (input.options.sheet === 'form') return [headings, ...rows]
  return [[...headings, STAMP_HEADING], ...rows.map((cells, index) => [...cells, marks[index]?.stamp ?? ''])]
}

function cell(text: string): string {
  const safe = guardFormula(text)
  // Semicolons and tabs too: spreadsheets of some countries split there.
  return /[",;\t\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, full-width forms and leading blanks included.
 * An apostrophe before it says "text". Text that already looks guarded gets one more, so a reader that takes exactly one
 * apostrophe away before a guarded beginning has the words as they were written.
 */
export function guardFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text
}

export function looksLikeFormula(text: string): boolean {
  return /^'*\s*[=+\-@\t＝＋－＠]/u.test(text)
}
