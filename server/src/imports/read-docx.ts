import type { MomentId } from '@momentous/shared/domain/id'
import { markedMoment, markedStamp } from '@momentous/shared/exports/row-mark'
import { importBounds } from '@momentous/shared/imports/bounds'
import { columnNamed } from '@momentous/shared/imports/columns'
import type { FileRow, Importer } from '@momentous/shared/imports/importer'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { boundText } from './cell-text.ts'
import { attribute, readXml } from './xml.ts'
import { openZip } from './zip.ts'

/** The form out of a Word document: its table, with the marks that our own document has in each row. */
export const docxImporter = {
  id: 'docx',
  label: 'Word',
  extensions: ['docx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  read: readDocx,
} as const satisfies Importer

const PART = 'word/document.xml'

function readDocx(bytes: Uint8Array): readonly FileRow[] {
  const zip = openZip(bytes)
  const part = zip.part(PART)
  if (part === null) throw new Unreadable('This file is no Word document. Save it as .docx, then bring it.')
  const tables = tablesOf(part)
  const form = tables.find(([head]) => head?.cells.some((cell) => columnNamed(cell) === 'MOMENT OF TRUTH'))
  const [first] = tables
  if (form === undefined && first === undefined)
    throw new Unreadable('There is no table in this document. The form is a table with its headings on top.')
  return form ?? first ?? []
}

interface OpenRow {
  readonly cells: string[]
  id: MomentId | null
  stamp: string
  /** How many columns the cell that is open spans. */
  span: number
  lines: string[]
  /** The length of these lines together. */
  length: number
}

/** What was moved elsewhere or deleted while changes are tracked, and the second way in which a picture is told. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['moveFrom', 'del', 'Fallback'])

/** What a table within a cell says belongs to that cell. */
function tablesOf(part: Uint8Array): readonly (readonly FileRow[])[] {
  const tables: FileRow[][] = []
  let [depth, inText, rows, unseen] = [0, false, 0, 0]
  let row: OpenRow | null = null
  readXml(part, PART, {
    open(name, attributes) {
      if (NOT_SHOWN.has(name)) unseen++
      if (name === 'tbl' && ++depth === 1) tables.push([])
      if (depth === 0) return
      if (name === 'tr' && depth === 1) row = { cells: [], id: null, stamp: '', span: 1, lines: [], length: 0 }
      else if (row !== null) {
        openIn(row, name, attributes, depth)
        inText = name === 't'
      }
    },
    text(text) {
      if (inText && unseen === 0 && row !== null) goOn(row, text)
    },
    close(name) {
      inText = false
      if (NOT_SHOWN.has(name)) unseen--
      if (name === 'tbl') depth--
      if (depth !== 1 || row === null) return
      if (name === 'tc') closeCell(row)
      if (name !== 'tr') return
      if (++rows > importBounds.rows * 2) throw new Unreadable('This document has more rows than a form can have.')
      const table = tables.at(-1) ?? []
      table.push({ cells: row.cells, at: table.length + 1, id: row.id, stamp: row.stamp })
      row = null
    },
  })
  return tables
}

function goOn(row: OpenRow, text: string): void {
  row.length += text.length
  boundText(row.length)
  row.lines.push((row.lines.pop() ?? '') + text)
}

function breakLine(row: OpenRow): void {
  boundText(++row.length)
  row.lines.push('')
}

/** A paragraph is a line; a break in it begins another one. What was deleted with "track changes" has no `t`. */
function openIn(row: OpenRow, name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
  if (name === 'tc' && depth === 1) {
    row.lines = []
    row.length = 0
    row.span = 1
  } else if (name === 'p' || name === 'br' || name === 'cr') breakLine(row)
  // Where a tab may stop is said by an element of the same name, with a place.
  else if (name === 'tab' && attribute(attributes, 'pos') === undefined) goOn(row, '\t')
  else if (name === 'noBreakHyphen') goOn(row, '-')
  else if (name === 'gridSpan') {
    row.span = Math.min(importBounds.columns, Math.max(1, Number(attribute(attributes, 'val')) || 1))
  } else if (name === 'bookmarkStart') {
    const mark = attribute(attributes, 'name') ?? ''
    row.id ??= markedMoment(mark)
    row.stamp = row.stamp === '' ? (markedStamp(mark) ?? '') : row.stamp
  }
}

function closeCell(row: OpenRow): void {
  row.cells.push(row.lines.join('\n'), ...Array.from({ length: row.span - 1 }, () => ''))
  if (row.cells.length > importBounds.columns)
    throw new Unreadable('A table of this document has more columns than a form can have.')
  row.lines = []
  row.length = 0
}
