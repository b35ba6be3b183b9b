import type { ExportInput, Exporter } from './exporter.ts'
import { sheetOf } from './sheet.ts'

export const FORM_FORMAT = 'momentous-form'
export const FORM_VERSION = 1

/** The form for programs: each row by its headings, and by the moment's id, which never changes. */
export const formJson = {
  id: 'form-json',
  label: 'JSON',
  of: 'form',
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  write: writeFormJson,
} as const satisfies Exporter

function writeFormJson(input: ExportInput): string {
  const { headings, rows, marks } = sheetOf(input)
  const { title, why, nextSession } = input.form
  const file = {
    format: FORM_FORMAT,
    version: FORM_VERSION,
    title: title.toWellFormed(),
    why: why.toWellFormed(),
    nextSession,
    headings,
    rows: rows.map((cells, index) => ({
      ...marks[index],
      ...Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? ''])),
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
