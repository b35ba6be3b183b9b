import { isStamp } from '../exports/cell-stamp.ts'
import { isId, type MomentId } from '../domain/id.ts'
import { importBounds } from './bounds.ts'
import { columnNamed } from './columns.ts'
import { decodeText } from './decode-text.ts'
import { htmlParts, type HtmlPart } from './html-parts.ts'
import { fileRow, type FileRow, type Importer } from './importer.ts'
import { Unreadable } from './unreadable.ts'

/** The form out of a page: ours, the one file to keep, or whatever else has a table with the form's headings. */
export const htmlImporter = {
  id: 'html',
  label: 'Web page',
  extensions: ['html', 'htm'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read: readHtml,
} as const satisfies Importer

function readHtml(bytes: Uint8Array): readonly FileRow[] {
  const reading = begun()
  for (const part of htmlParts(decodeText(bytes))) take(reading, part)
  endRow(reading)
  const tables = reading.tables.filter(({ of }) => of === null).map(({ rows }) => rows)
  const form = tables.find(([head]) => head?.cells.some((cell) => columnNamed(cell) === 'MOMENT OF TRUTH')) ?? tables[0]
  if (form === undefined)
    throw new Unreadable('There is no table in this page. The form is a table with its headings on top.')
  for (const { of, rows } of reading.tables) if (of !== null) takeActions(reading, of, rows)
  return withDetails(form, reading.details)
}

/** The actions of one moment, one a row: on the form they are lines of a cell, and what they are is said there already. */
function takeActions({ details }: Reading, moment: MomentId, [head, ...rows]: readonly FileRow[]): void {
  const facts = details.get(moment) ?? new Map<string, string>()
  for (const [at, heading] of (head?.cells ?? []).entries()) {
    const lines = rows.map(({ cells }) => (cells[at] ?? '').replaceAll('\n', ' '))
    if (columnNamed(heading) !== 'ACTION') facts.set(heading, lines.join('\n'))
  }
  details.set(moment, facts)
}

/** How far a page is read, and what was found on the way. */
interface Reading {
  /** Each with the moment that it is about, where it isn't the form. */
  readonly tables: { readonly of: MomentId | null; readonly rows: FileRow[] }[]
  /** By moment what stands below the table, by its heading. */
  readonly details: Map<MomentId, Map<string, string>>
  /** Tables in each other; what one within a cell says belongs to that cell. */
  depth: number
  rows: number
  row: { readonly cells: string[]; readonly id: MomentId | null; readonly stamp: string } | null
  text: { words: string; span: number } | null
  section: MomentId | null
  heading: string
}

function begun(): Reading {
  return { tables: [], details: new Map(), depth: 0, rows: 0, row: null, text: null, section: null, heading: '' }
}

function take(reading: Reading, part: HtmlPart): void {
  if (part.kind === 'open') open(reading, part)
  else if (part.kind === 'close') close(reading, part.name)
  // A line of the page's own text is no line of the cell: some editor has wrapped it.
  else if (reading.text !== null) reading.text.words += unwrapped(part.text)
}

/** Where a line ends that begins another one in the same cell. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'pre', 'blockquote'])

function open(reading: Reading, { name, attributes }: Extract<HtmlPart, { kind: 'open' }>): void {
  const { depth, section, text } = reading
  if (name === 'table' && ++reading.depth === 1) reading.tables.push({ of: section, rows: [] })
  else if (depth === 1 && name === 'tr') {
    endRow(reading)
    reading.row = { cells: [], ...markOf(attributes) }
  } else if (depth === 1 && (name === 'td' || name === 'th')) {
    endCell(reading)
    reading.text = { words: '', span: spanOf(attributes['colspan']) }
  } else if (depth === 0 && name === 'section') reading.section = markOf(attributes).id
  else if (depth === 0 && section !== null && (name === 'dt' || name === 'dd')) reading.text = { words: '', span: 1 }
  else if (text !== null && (name === 'br' || (BLOCKS.has(name) && text.words !== ''))) text.words += '\n'
}

function close(reading: Reading, name: string): void {
  const { depth, section } = reading
  if (name === 'table' && depth > 0) {
    if (depth === 1) endRow(reading)
    reading.depth--
  } else if (depth === 1 && (name === 'td' || name === 'th')) endCell(reading)
  else if (depth === 1 && name === 'tr') endRow(reading)
  else if (depth > 0) return
  else if (name === 'dt') reading.heading = endText(reading)
  else if (name === 'dd' && section !== null) {
    const facts = reading.details.get(section) ?? new Map<string, string>()
    reading.details.set(section, facts.set(reading.heading, endText(reading)))
  } else if (name === 'section') reading.section = null
}

function endText(reading: Reading): string {
  const words = reading.text?.words ?? ''
  reading.text = null
  return words
}

function endCell(reading: Reading): void {
  const { row, text } = reading
  if (text === null || row === null) return
  const words = endText(reading)
  // One more than a form has tells that it is none; a row without end would be read once for each row below it.
  const room = importBounds.columns + 1 - row.cells.length
  if (room > 0) row.cells.push(words, ...Array<string>(Math.min(text.span, room) - 1).fill(''))
}

function endRow(reading: Reading): void {
  endCell(reading)
  const { row, tables } = reading
  reading.row = null
  if (row === null) return
  if (++reading.rows > importBounds.rows * 2) throw new Unreadable('This page has more rows than a form can have.')
  const table = tables.at(-1)?.rows ?? []
  table.push({ ...row, at: table.length + 1 })
}

function unwrapped(text: string): string {
  const lines = text.split(/[\r\n]+/u)
  const last = lines.length - 1
  if (last === 0) return text
  return lines.map((line, at) => (at === 0 ? line.trimEnd() : at === last ? line.trimStart() : line.trim())).join(' ')
}

function markOf(attributes: Readonly<Record<string, string>>): Pick<FileRow, 'id' | 'stamp'> {
  const { 'data-id': id, 'data-stamp': stamp = '' } = attributes
  return { id: isId<MomentId>(id) ? id : null, stamp: isStamp(stamp) ? stamp : '' }
}

function spanOf(said: string | undefined): number {
  const span = Number(said)
  return Number.isInteger(span) && span > 1 ? Math.min(span, importBounds.columns + 1) : 1
}

/** What the extended sheet says below its table, as further columns of it. */
function withDetails(form: readonly FileRow[], details: Reading['details']): readonly FileRow[] {
  const head = form[0]
  if (head === undefined || details.size === 0) return form
  const more = [...new Set([...details.values()].flatMap((facts) => [...facts.keys()]))]
  if (more.length + head.cells.length > importBounds.columns) return form
  return form.map((row, at) => {
    const facts = row.id === null ? undefined : details.get(row.id)
    const cells = Array.from(head.cells, (_none, column) => row.cells[column] ?? '')
    if (at === 0) return fileRow([...cells, ...more], row.at)
    return { ...row, cells: [...cells, ...more.map((heading) => facts?.get(heading) ?? '')] }
  })
}
