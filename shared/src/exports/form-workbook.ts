import { evidences, rankings } from '../domain/assessment.ts'
import { isId } from '../domain/id.ts'
import { FORM_NAME, planningHeadings } from '../domain/planning-row.ts'
import type { ExportInput } from './exporter.ts'
import { isDay } from './listed-actions.ts'
import { logoIn } from './logo.ts'
import { plainText } from './plain-text.ts'
import { sheetOf, STAMP_HEADING } from './sheet.ts'
import type { Workbook } from './workbook.ts'
import type { Cell, Choices, Column, Worksheet } from './worksheet.ts'

/** Rows below the last one that offer the same words, for whoever goes on writing. */
const SPARE_ROWS = 100

/**
 * The form, and beside it what a heading of a page says. The plain form has each row's id in a hidden column, and both
 * sheets have its stamp in one: a spreadsheet takes them along when rows are sorted or copied. It is not locked, since a locked sheet can't be sorted.
 */
export function formWorkbook(input: ExportInput): Workbook {
  return {
    title: plainText(input.form.title),
    written: input.options.now,
    sheets: [formSheet(input), sessionSheet(input)],
  }
}

function formSheet(input: ExportInput): Worksheet {
  const { headings, rows, marks } = sheetOf(input)
  const plain = headings.length === planningHeadings.length
  const all = [...headings, ...(plain ? ['ID'] : []), STAMP_HEADING]
  return {
    name: 'Planning form',
    columns: all.map((heading) => columnOf(heading, plain)),
    heading: all,
    rows: rows.map((cells, index) => {
      const typed = cells.map((text, column) => cellOf(headings[column] ?? '', text))
      const { id = '', stamp = '' } = marks[index] ?? {}
      return [...typed, ...(plain ? [id] : []), stamp]
    }),
    choices: choicesOf(headings, rows),
    leastLines: input.form.rows.every(({ id }) => !isId(id)) ? 2 : 1,
    frozen: plain ? 0 : 1,
    pagesAcross: plain ? 1 : 3,
    ...printedWords(input),
  }
}

function printedWords({ form, board }: ExportInput): Pick<Worksheet, 'above' | 'whose' | 'under'> {
  return { above: plainText(form.title), whose: firmOf(board), under: FORM_NAME }
}

const firmOf = (board: ExportInput['board']) => plainText(board.session.firm).trim()

const widths: Readonly<Record<string, number>> = {
  'MOMENT OF TRUTH': 28,
  DESCRIPTION: 34,
  'ISSUE/PROBLEM': 38,
  RANKING: 12,
  ACTION: 42,
  ID: 15,
  EXPECTATION: 34,
  EVIDENCE: 20,
  'FIRST STEP': 34,
  LADDER: 28,
  'PARKED IDEAS': 34,
}

function columnOf(heading: string, plain: boolean): Column {
  const hidden = (plain && heading === 'ID') || heading === STAMP_HEADING
  return { width: widths[heading] ?? 13, ...(hidden ? { hidden: true } : {}) }
}

/** Counts are numbers and dates are days, where a cell holds a single one. */
function cellOf(heading: string, text: string): Cell {
  if ((heading === 'TICKS' || heading === 'AGREED') && /^\d{1,9}$/u.test(text)) return Number(text)
  if (heading === 'DUE' && isCountedDay(text)) return { day: text }
  return text
}

/** Spreadsheets count the days alike from March 1900 on. */
function isCountedDay(text: string): boolean {
  return isDay(text) && text >= '1900-03-01'
}

const labels = (of: Readonly<Record<string, { readonly label: string }>>) => Object.values(of).map(({ label }) => label)
const rankingWords = labels(rankings)

/** A moment with several actions has as many lines in TARGET: no single word fits there, so none is asked for. */
function choicesOf(headings: readonly string[], rows: readonly (readonly string[])[]): readonly Choices[] {
  const offered = { RANKING: rankingWords, EVIDENCE: labels(evidences), TARGET: rankingWords }
  return Object.entries(offered).flatMap(([heading, words]) => {
    const column = headings.indexOf(heading)
    if (column < 0) return []
    const all = Array.from({ length: rows.length + SPARE_ROWS }, (_, row) => row)
    const single = all.filter((row) => !(rows[row]?.[column] ?? '').includes('\n'))
    return [{ column, rows: single, words, refusal: `Choose one of these: ${words.join(', ')}.` }]
  })
}

/** What stands above a printed form, as pairs. */
function sessionSheet(input: ExportInput): Worksheet {
  const { form, board, options } = input
  const { nextSession } = form
  const firm = firmOf(board)
  const next: Cell =
    nextSession === null ? '' : isCountedDay(nextSession.date) ? { day: nextSession.date } : nextSession.date
  return {
    name: 'Session',
    columns: [{ width: 18 }, { width: 80 }],
    heading: null,
    rows: [
      ...(firm === '' ? [] : [['Firm', firm]]),
      ['Title', plainText(form.title)],
      ['Why', plainText(form.why)],
      ['Date', options.date ?? ''],
      ['People', options.people ?? ''],
      ['Next session', next],
      ['At', nextSession?.time ?? ''],
    ],
    choices: [],
    picture: logoIn(options.logo),
    frozen: 0,
    pagesAcross: 1,
    ...printedWords(input),
  }
}
