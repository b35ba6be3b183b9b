import { looksLikeFormula } from './csv.ts'
import { readsFromRight } from '../scene/reading-direction.ts'
import type { Cell, Choices, Column, Worksheet } from './worksheet.ts'
import { wrappedLines } from './wrapped-lines.ts'
import { xmlText } from './xml-text.ts'

/** Places in the list of cell formats of workbook.ts. */
const styles = { heading: 1, text: 2, quoted: 3, day: 4, number: 5, label: 6, turned: 7, turnedQuoted: 8 } as const

/** What a cell of a spreadsheet has room for. */
const LONGEST = 32_767

/** Every text of a workbook once, by its number. */
export function sharedTexts() {
  const numbers = new Map<string, number>()
  let used = 0
  return {
    numberOf(text: string): number {
      used++
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    xml(): string {
      const items = [...numbers.keys()].map((text) => `<si><t xml:space="preserve">${encoded(text)}</t></si>`)
      return `<sst xmlns="${MAIN}" count="${used}" uniqueCount="${numbers.size}">${items.join('')}</sst>`
    },
  }
}
export type SharedTexts = ReturnType<typeof sharedTexts>

export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A spreadsheet reads `_x0041_` as an A, unless the first line is written as its own code. */
function encoded(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_'))
}

/** A, B ... Z, AA ... for 0, 1 ... */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

export function worksheetXml(sheet: Worksheet, texts: SharedTexts, shown: boolean): string {
  const { heading, rows } = sheet
  const whose = printed(sheet.whose, 100)
  const below = heading === null ? 0 : 1
  const across = Math.max(1, heading?.length ?? 0, ...rows.map(({ length }) => length))
  const first = heading?.map((text, at) => textCell(0, at, text, styles.heading, texts)) ?? []
  const body = rows.map((cells, n) => {
    const written = cells.map((cell, at) => {
      const label = heading === null && at === 0 && typeof cell === 'string'
      return label ? textCell(n, at, cell, styles.label, texts) : cellXml(n + below, at, cell, texts)
    })
    return rowXml(n + below, heightOf(cells, sheet), written)
  })
  const filter = `<autoFilter ref="A1:${columnName(across - 1)}${rows.length + 1}"/>`
  // The order of the parts is the format's own.
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${columnName(across - 1)}${Math.max(1, rows.length + below)}"/>`,
    viewXml(sheet, shown),
    `<sheetFormatPr defaultRowHeight="15"/><cols>${sheet.columns.map(columnXml).join('')}</cols>`,
    `<sheetData>${heading === null ? '' : rowXml(0, 1.4 * LINE, first)}${body.join('')}</sheetData>`,
    heading === null || rows.length === 0 ? '' : filter,
    choicesXml(sheet.choices, below),
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${sheet.pagesAcross}" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${xmlText(`${whose === '' ? '' : `&L${whose}`}&C${printed(sheet.above, 140)}`)}</oddHeader>`,
    `<oddFooter>${xmlText(`&L${printed(sheet.under, 100)}&R&P / &N`)}</oddFooter></headerFooter>`,
    sheet.picture ? `<drawing xmlns:r="${RELATIONS}" r:id="rId1"/>` : '',
    '</worksheet>',
  ].join('')
}

function viewXml({ heading, frozen }: Worksheet, shown: boolean): string {
  const selected = shown ? ' tabSelected="1"' : ''
  if (heading === null) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`
  const across = frozen > 0 ? ` xSplit="${frozen}"` : ''
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft'
  const place = `topLeftCell="${columnName(frozen)}2" activePane="${pane}" state="frozen"`
  return `<sheetViews><sheetView${selected} workbookViewId="0"><pane${across} ySplit="1" ${place}/></sheetView></sheetViews>`
}

function columnXml({ width, hidden = false }: Column, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`
}

function rowXml(row: number, height: number, cells: readonly string[]): string {
  return `<row r="${row + 1}" ht="${height}">${cells.join('')}</row>`
}

/** Points: a line of the standard font, and the tallest row there is. */
const LINE = 15
const TALLEST = 409

/** As many lines as the fullest cell wraps into, as a first guess: a spreadsheet fits the row when it is edited. */
function heightOf(cells: readonly Cell[], { columns, leastLines = 1 }: Worksheet): number {
  const lines = cells.map((cell, at) => {
    const column = columns[at]
    if (typeof cell !== 'string' || column === undefined || column.hidden === true) return 1
    return wrappedLines(cell, column.width)
  })
  return Math.min(TALLEST, LINE * Math.max(leastLines, ...lines))
}

function cellXml(row: number, column: number, cell: Cell, texts: SharedTexts): string {
  if (typeof cell === 'string') return textCell(row, column, cell, styleOf(cell), texts)
  if (typeof cell === 'number') return numberCell(row, column, cell, styles.number)
  return numberCell(row, column, dayNumber(cell.day), styles.day)
}

function styleOf(text: string): number {
  if (readsFromRight(text)) return staysText(text) ? styles.turnedQuoted : styles.turned
  return staysText(text) ? styles.quoted : styles.text
}

/** Stays as it is when somebody steps into the cell and out again, too: an apostrophe before it would go. */
function staysText(text: string): boolean {
  return looksLikeFormula(text) || text.startsWith("'")
}

function textCell(row: number, column: number, text: string, style: number, texts: SharedTexts): string {
  const place = `r="${columnName(column)}${row + 1}" s="${style}"`
  return text === '' ? `<c ${place}/>` : `<c ${place} t="s"><v>${texts.numberOf(shortened(text))}</v></c>`
}

function numberCell(row: number, column: number, value: number, style: number): string {
  return `<c r="${columnName(column)}${row + 1}" s="${style}"><v>${value}</v></c>`
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}

/** Days since the spreadsheet's own beginning. */
function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function choicesXml(choices: readonly Choices[], below: number): string {
  const lists = choices.filter(({ rows }) => rows.length > 0)
  if (lists.length === 0) return ''
  const list = lists.map(({ column, rows, words, refusal }) => {
    const places = stretches(rows).map(([from, to]) => placeOf(column, from + below, to + below))
    return [
      '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"',
      ` error="${xmlText(refusal)}" sqref="${places.join(' ')}">`,
      `<formula1>${xmlText(`"${words.join(',')}"`)}</formula1></dataValidation>`,
    ].join('')
  })
  return `<dataValidations count="${lists.length}">${list.join('')}</dataValidations>`
}

function placeOf(column: number, from: number, to: number): string {
  const name = columnName(column)
  return from === to ? `${name}${from + 1}` : `${name}${from + 1}:${name}${to + 1}`
}

/** Rows that follow each other as one stretch. */
function stretches(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last?.[1] === row - 1) last[1] = row
    else found.push([row, row])
  }
  return found
}

/** In a printed heading an ampersand commands, and the whole may have 255 characters: so many for this part of it. */
function printed(words: string, room: number): string {
  const line = words.replace(/\s+/gu, ' ').trim().slice(0, room).toWellFormed().replaceAll('&', '&&')
  // Not through the middle of a pair.
  return line
    .slice(0, room)
    .replace(/&+$/u, (run) => run.slice(run.length % 2))
    .toWellFormed()
}
