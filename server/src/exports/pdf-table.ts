import {
  decorate,
  drawLines,
  heightOf,
  INK,
  newPage,
  SHEET,
  SOFT_INK,
  spokenAs,
  tagOf,
  TEXT_WIDTH,
  type Paper,
  type Tag,
} from './pdf-paper.ts'
import type { Line, Look } from './word-lines.ts'

const PAD = { x: 5, y: 4 } as const
const CELL: Look = { face: 'plain', size: 9.2 }
const HEADING: Look = { face: 'bold', size: 8.6 }
const EDGE = '#b9b1a2'
const HEADING_FILL = '#efe9de'
/** So many lines of a row, at least, stand before the page turns inside of it. */
const LEAST_LINES = 3
const BODY = SHEET.bottom - SHEET.top

export interface Table {
  /** What a reader says that it is. */
  readonly name: string
  /** The columns' parts of the width. */
  readonly shares: readonly number[]
  /** Above each page's part of the table; none where each row's first cell is its heading. */
  readonly headings: readonly string[] | null
  readonly rows: readonly (readonly string[])[]
  /** How high a row is at least, in points: room to write by hand. */
  readonly leastHeight?: number
}

interface Cell {
  readonly tag: Tag
  readonly lines: readonly Line[]
  readonly look: Look
}

/** A table over as many pages as it needs: its headings on each of them, rows whole where they fit one page. */
export function writeTable(paper: Paper, table: Table): void {
  const tag = tagOf(paper, 'Table', { title: table.name })
  paper.document.add(tag)
  const edges = edgesOf(table.shares)
  const goOn = () => {
    if (table.headings !== null) writeHeadings(paper, edges, table.headings, null)
    else decorate(paper, 'Pagination', () => writeName(paper, table.name))
  }
  if (table.headings !== null) {
    const head = tagOf(paper, 'THead')
    tag.add(head)
    writeHeadings(paper, edges, table.headings, head)
    head.end()
  }
  const body = tagOf(paper, 'TBody')
  tag.add(body)
  for (const texts of table.rows) {
    const row = tagOf(paper, 'TR')
    body.add(row)
    const cells = texts.map((text, at) => cellOf(paper, row, text, at, edges, table))
    writeRow(paper, edges, cells, table.leastHeight ?? 0, () => {
      newPage(paper)
      goOn()
    })
    row.end()
  }
  body.end()
  tag.end()
}

/** How high it stands if no page turns within it. */
export function tableHeight(paper: Paper, { shares, headings, rows, leastHeight = 0 }: Table): number {
  const edges = edgesOf(shares)
  const high = (texts: readonly string[], lookAt: (at: number) => Look) => {
    const cells = texts.map((text, at) => heightOf(lookAt(at), linesIn(paper, edges, text, at, lookAt(at)).length))
    return Math.max(...cells, leastHeight - 2 * PAD.y) + 2 * PAD.y
  }
  const body = rows.reduce((sum, texts) => sum + high(texts, (at) => lookOf(at, headings)), 0)
  return body + (headings === null ? 0 : high(headings, () => HEADING))
}

/** Where a table without headings goes on, the eye is told of what. */
function writeName(paper: Paper, name: string): void {
  const [line] = paper.words.lines(name, HEADING, TEXT_WIDTH)
  if (line !== undefined) drawLines(paper, [line], HEADING, { x: SHEET.left, y: paper.y, width: TEXT_WIDTH }, SOFT_INK)
  paper.y += heightOf(HEADING) + PAD.y
}

function edgesOf(shares: readonly number[]): readonly number[] {
  let x: number = SHEET.left
  return [x, ...shares.map((share) => (x += share * TEXT_WIDTH))]
}

const widthAt = (edges: readonly number[], at: number) => (edges[at + 1] ?? 0) - (edges[at] ?? 0)

function cellOf(paper: Paper, row: Tag, text: string, at: number, edges: readonly number[], table: Table): Cell {
  const names = at === 0
  const tag = tagOf(paper, names ? 'TH' : 'TD', { ...spokenAs(text), ...(names ? { scope: 'Row' as const } : {}) })
  row.add(tag)
  const look = lookOf(at, table.headings)
  return { tag, look, lines: linesIn(paper, edges, text, at, look) }
}

/** Where no headings stand above, each row's first cell is its heading. */
const lookOf = (at: number, headings: Table['headings']): Look => (at === 0 && headings === null ? HEADING : CELL)

function linesIn(paper: Paper, edges: readonly number[], text: string, at: number, look: Look): readonly Line[] {
  return text === '' ? [] : paper.words.lines(text, look, widthAt(edges, at) - 2 * PAD.x)
}

/** With a tag it is the heading row; without, it stands there again for the eye. */
function writeHeadings(paper: Paper, edges: readonly number[], headings: readonly string[], head: Tag | null): void {
  const lines = headings.map((text, at) => paper.words.lines(text, HEADING, widthAt(edges, at) - 2 * PAD.x))
  const height = heightOf(HEADING, Math.max(...lines.map((each) => each.length))) + 2 * PAD.y
  const row = head === null ? null : tagOf(paper, 'TR')
  if (row !== null) head?.add(row)
  drawFrame(paper, edges, height, HEADING_FILL)
  const draw = (at: number) => () => drawLines(paper, lines[at] ?? [], HEADING, boxAt(paper, edges, at))
  headings.forEach((_, at) => {
    if (row === null) return decorate(paper, 'Pagination', draw(at))
    const cell = tagOf(paper, 'TH', { scope: 'Column' })
    row.add(cell)
    cell.add(draw(at))
  })
  row?.end()
  paper.y += height
}

function writeRow(
  paper: Paper,
  edges: readonly number[],
  cells: readonly Cell[],
  least: number,
  turn: () => void,
): void {
  let from = 0
  for (;;) {
    const left = Math.max(...cells.map(({ lines, look }) => heightOf(look, lines.length - from)), 0)
    const height = Math.max(left + 2 * PAD.y, least)
    const room = SHEET.bottom - paper.y
    if (height <= room) return drawPart(paper, edges, cells, from, Infinity, height)
    const fit = Math.floor((room - 2 * PAD.y) / heightOf(CELL))
    // A row that has a page to itself begins it; a long one goes on where it is.
    const begins = fit < LEAST_LINES || (from === 0 && height < BODY * 0.6)
    if (!begins) drawPart(paper, edges, cells, from, from + fit, room)
    turn()
    if (!begins) from += fit
  }
}

function drawPart(
  paper: Paper,
  edges: readonly number[],
  cells: readonly Cell[],
  from: number,
  to: number,
  height: number,
): void {
  drawFrame(paper, edges, height, null)
  cells.forEach(({ tag, lines, look }, at) => {
    const part = lines.slice(from, to)
    // An empty cell says so by being there.
    if (part.length > 0) tag.add(() => drawLines(paper, part, look, boxAt(paper, edges, at), INK))
  })
  paper.y += height
}

function boxAt(paper: Paper, edges: readonly number[], at: number) {
  return { x: (edges[at] ?? 0) + PAD.x, y: paper.y + PAD.y, width: widthAt(edges, at) - 2 * PAD.x }
}

function drawFrame(paper: Paper, edges: readonly number[], height: number, fill: string | null): void {
  const { pdf, y } = paper
  decorate(paper, 'Layout', () => {
    if (fill !== null) pdf.rect(SHEET.left, y, TEXT_WIDTH, height).fill(fill)
    pdf.lineWidth(0.6).strokeColor(EDGE).rect(SHEET.left, y, TEXT_WIDTH, height)
    for (const x of edges.slice(1, -1)) pdf.moveTo(x, y).lineTo(x, y + height)
    pdf.stroke()
  })
}
