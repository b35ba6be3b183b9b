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
  const reading = createReading()
  for (const part of htmlParts(decodeText(bytes))) reading.take(part)
  reading.endTable()
  const { tables, details } = reading
  const form = tables.find(([head]) => head?.cells.some((cell) => columnNamed(cell) === 'MOMENT OF TRUTH')) ?? tables[0]
  if (form === undefined)
    throw new Unreadable('There is no table in this page. The form is a table with its headings on top.')
  return withDetails(form, details)
}

interface OpenRow {
  readonly cells: string[]
  readonly id: MomentId | null
  readonly stamp: string
}
type Details = ReadonlyMap<MomentId, ReadonlyMap<string, string>>

/** Where a line ends that begins another one in the same cell. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'pre', 'blockquote'])

/** Goes through a page. What a table within a cell says belongs to that cell. */
function createReading() {
  const tables: FileRow[][] = []
  const details = new Map<MomentId, Map<string, string>>()
  let [depth, rows] = [0, 0]
  let row: OpenRow | null = null
  let text: { words: string; span: number } | null = null
  let [section, heading]: [MomentId | null, string] = [null, '']

  function endText(): string {
    const words = text?.words ?? ''
    text = null
    return words
  }
  function endCell(): void {
    if (text === null || row === null) return
    const { span } = text
    row.cells.push(endText(), ...Array<string>(span - 1).fill(''))
  }
  function endRow(): void {
    endCell()
    if (row !== null) {
      if (++rows > importBounds.rows * 2) throw new Unreadable('This page has more rows than a form can have.')
      const table = tables.at(-1) ?? []
      table.push({ ...row, at: table.length + 1 })
    }
    row = null
  }
  function endTable(): void {
    endRow()
    depth = 0
  }
  function open({ name, attributes }: Extract<HtmlPart, { kind: 'open' }>): void {
    if (name === 'table' && ++depth === 1) tables.push([])
    else if (depth === 1 && name === 'tr') {
      endRow()
      row = { cells: [], ...markOf(attributes) }
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell()
      text = { words: '', span: spanOf(attributes['colspan']) }
    } else if (depth === 0 && name === 'section') section = markOf(attributes).id
    else if (depth === 0 && section !== null && (name === 'dt' || name === 'dd')) text = { words: '', span: 1 }
    else if (text !== null && (name === 'br' || (BLOCKS.has(name) && text.words !== ''))) text.words += '\n'
  }
  function close(name: string): void {
    if (name === 'table' && depth > 0 && --depth === 0) endRow()
    else if (depth === 1 && (name === 'td' || name === 'th')) endCell()
    else if (depth === 1 && name === 'tr') endRow()
    else if (depth > 0) return
    else if (name === 'dt') heading = endText()
    else if (name === 'dd' && section !== null) {
      details.set(section, (details.get(section) ?? new Map<string, string>()).set(heading, endText()))
    } else if (name === 'section') section = null
  }
  return {
    tables,
    details: details as Details,
    endTable,
    take(part: HtmlPart): void {
      if (part.kind === 'open') open(part)
      else if (part.kind === 'close') close(part.name)
      // A line of the page's own text is no line of the cell: some editor has wrapped it.
      else if (text !== null) text.words += unwrapped(part.text)
    },
  }
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
function withDetails(form: readonly FileRow[], details: Details): readonly FileRow[] {
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
