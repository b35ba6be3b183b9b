import { importBounds } from '@momentous/shared/imports/bounds'
import { columnNamed } from '@momentous/shared/imports/columns'
import { fileRow, type FileRow, type Importer } from '@momentous/shared/imports/importer'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { boundWritten, unescaped } from './cell-text.ts'
import { shownNumber } from './shown-number.ts'
import { attribute, readXml } from './xml.ts'
import { openBook, type Book } from './xlsx-book.ts'
import { openZip } from './zip.ts'

/** The form out of a workbook: of the first sheet that can be seen and has the form's headings. */
export const xlsxImporter = {
  id: 'xlsx',
  label: 'Excel',
  extensions: ['xlsx', 'xlsm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  read: readXlsx,
} as const satisfies Importer

function readXlsx(bytes: Uint8Array): readonly FileRow[] {
  const zip = openZip(bytes)
  const book = openBook(zip)
  let first: readonly FileRow[] | null = null
  for (const path of book.sheets) {
    const part = zip.part(path)
    if (part === null) continue
    const rows = rowsOf(part, path, book)
    if (rows.slice(0, 50).some(({ cells }) => cells.some((cell) => columnNamed(cell) === 'MOMENT OF TRUTH')))
      return rows
    first ??= rows
  }
  if (first === null) throw new Unreadable('There is no sheet in this workbook that can be seen.')
  return first
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
  formula: string
}

function rowsOf(part: Uint8Array, path: string, book: Book): readonly FileRow[] {
  const rows: FileRow[] = []
  let cells: string[] = []
  let [at, column, into, phonetic] = [0, 0, 'nothing' as 'nothing' | 'value' | 'inline' | 'formula', false]
  let cell: OpenCell | null = null
  readXml(part, path, {
    open(name, attributes) {
      if (name === 'row') {
        at = Number(attribute(attributes, 'r')) || at + 1
        ;[cells, column] = [[], 0]
      } else if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        const [type = 'n', style = '0'] = [attribute(attributes, 't'), attribute(attributes, 's')]
        cell = { column, type, style: Number(style), value: '', inline: '', formula: '' }
      } else if (name === 'rPh') phonetic = true
      else if (name === 'v') into = 'value'
      else if (name === 'f') into = 'formula'
      else if (name === 't' && !phonetic) into = 'inline'
    },
    text(text) {
      if (cell === null || into === 'nothing') return
      cell[into] += text
      boundWritten(cell[into].length)
    },
    close(name) {
      into = 'nothing'
      if (name === 'rPh') phonetic = false
      if (name === 'c' && cell !== null) {
        put(cells, cell, at, book)
        cell = null
      }
      if (name !== 'row' || cells.every((each) => each === '')) return
      rows.push(fileRow(cells, at))
      if (rows.length > importBounds.rows + 50)
        throw new Unreadable(`This sheet has more than ${importBounds.rows} rows. Bring it in parts.`)
    },
  })
  return rows
}

function put(cells: string[], cell: OpenCell, at: number, book: Book): void {
  const text = textOf(cell, book)
  if (text === '') return
  if (cell.column > importBounds.columns)
    throw new Unreadable(`Row ${at} has ${cell.column} columns. A form has at most ${importBounds.columns}.`)
  while (cells.length < cell.column - 1) cells.push('')
  cells[cell.column - 1] = text
}

/**
 * What a cell shows. Of a formula that is what it came to when the file was saved; nothing is computed here. One that
 * never came to anything is words that some program took for a formula.
 */
function textOf({ type, style, value, inline, formula }: OpenCell, book: Book): string {
  if (value === '' && formula !== '') return `=${formula}`
  switch (type) {
    case 's':
      return book.text(Number(value))
    case 'inlineStr':
      return unescaped(inline)
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      return shownNumber(value, book.isDate(style), book.since1904)
    // A text that a formula came to, a day in words, and an error: as it stands there.
    default:
      return value
  }
}

/** A is 1; null for a cell that doesn't say where it stands. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
