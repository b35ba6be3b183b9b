import * as v from 'valibot'
import { isId, type MomentId } from '../domain/id.ts'
import { FORM_FORMAT, FORM_VERSION } from '../exports/form-json.ts'
import { isStamp } from '../exports/cell-stamp.ts'
import { importBounds } from './bounds.ts'
import { fileRow, type FileRow, type Importer } from './importer.ts'
import { readJsonText } from './read-json-text.ts'
import { Unreadable } from './unreadable.ts'

/** The form as our own JSON. */
export const formJsonImporter = {
  id: 'form-json',
  label: 'JSON',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  read: readFormJson,
} as const satisfies Importer

const formFile = v.object({
  format: v.literal(FORM_FORMAT),
  version: v.number(),
  headings: v.pipe(v.array(v.string()), v.maxLength(importBounds.columns)),
  rows: v.array(v.record(v.string(), v.unknown())),
})

function readFormJson(bytes: Uint8Array): readonly FileRow[] {
  const read = v.safeParse(formFile, readJsonText(bytes))
  if (!read.success) throw new Unreadable('This file is no planning form. Choose one that was saved from a board.')
  const { version, headings, rows } = read.output
  if (version > FORM_VERSION)
    throw new Unreadable('This form was saved by a newer Momentous. Update this one, then bring the file again.')
  // One more than there may be: who reads the table says so.
  const some = rows.slice(0, importBounds.rows + 1)
  return [fileRow(headings, 1), ...some.map((row, index) => rowOf(row, headings, index + 2))]
}

function rowOf(row: Readonly<Record<string, unknown>>, headings: readonly string[], at: number): FileRow {
  const { id, stamp } = row as { readonly id?: unknown; readonly stamp?: unknown }
  const cells = headings.map((heading) => {
    const cell = Object.hasOwn(row, heading) ? (row[heading] ?? '') : ''
    if (typeof cell === 'string' || typeof cell === 'number') return String(cell)
    throw new Unreadable(`Row ${at - 1}: “${heading.slice(0, 40)}” has to be a text.`)
  })
  return {
    cells,
    at,
    id: isId<MomentId>(id) ? id : null,
    stamp: typeof stamp === 'string' && isStamp(stamp) ? stamp : '',
  }
}
