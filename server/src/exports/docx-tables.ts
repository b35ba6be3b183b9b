import { planningHeadings } from '@momentous/shared/domain/planning-row'
import { rowMark, stampMark } from '@momentous/shared/exports/row-mark'
import type { FormSheet, RowMark, Sheet } from '@momentous/shared/exports/sheet'
import { ACTION_SHARES, type MomentDetails } from '@momentous/shared/exports/sheet-details'
import { HeadingLevel, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { directed, paragraphs, type DocxLook } from './docx-words.ts'
import { COLUMN_SHARES, DETAIL_SHARES, isByHand } from './form-facts.ts'

const HEADING = { bold: true, size: 19 } as const
const HEADING_FILL = 'EFE9DE'
const EDGE = { style: 'single', size: 4, color: 'B9B1A2' } as const
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE }
/** A row with more signs than this may go on on the next page. */
const LONG = 700
/** Room to write by hand, in twentieths of a point. */
const BY_HAND = 540

/** The form itself: the heading row again on every page, each row marked with the moment that it is of. */
export function formTable({ headings, rows, marks }: FormSheet, width: number): Table {
  const columns = planningHeadings.length
  const widths = COLUMN_SHARES.map((share) => Math.floor(width * share))
  return tableOf(widths, width, true, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: headings.slice(0, columns).map((text, at) => cell(text, widths[at], HEADING)),
    }),
    ...rows.map((cells, row) => {
      const mark = marks[row]
      return new TableRow({
        cantSplit: cells.join('').length <= LONG,
        ...(isByHand(mark?.id) ? { height: { value: BY_HAND, rule: HeightRule.ATLEAST } } : {}),
        children: cells
          .slice(0, columns)
          .map((text, at) => cell(text, widths[at], {}, at === 0 ? bookmarks(mark) : [])),
      })
    }),
  ])
}

/** Under the form, moment by moment: what else is known, and what will be done. */
export function details(more: readonly MomentDetails[], width: number): (Paragraph | Table)[] {
  return more.flatMap(({ moment, facts, actions }) => [
    new Paragraph({ ...directed(moment), heading: HeadingLevel.HEADING_2, keepNext: true }),
    factsTable(facts, width),
    ...(actions === null ? [] : [actionsName(moment), actionsTable(actions, width)]),
  ])
}

/** Whose they are, should they begin a page. */
function actionsName(moment: string): Paragraph {
  const words = directed(`Actions: ${moment}`, HEADING)
  return new Paragraph({ ...words, keepNext: true, spacing: { before: 120, after: 60 } })
}

/** On one page, where a page has room for it. */
function factsTable(facts: MomentDetails['facts'], width: number): Table {
  const [first = 0, second = 0] = DETAIL_SHARES.map((share) => Math.floor(width * share))
  const rows = facts.map(([heading, text], at) => {
    const look = { keepNext: at < facts.length - 1 }
    return new TableRow({
      cantSplit: true,
      children: [cell(heading, first, { ...look, ...HEADING }), cell(text, second, look)],
    })
  })
  return tableOf([first, second], width, false, rows)
}

function actionsTable({ headings, rows }: Sheet, width: number): Table {
  const widths = ACTION_SHARES.map((share) => Math.floor(width * share))
  const row = (cells: readonly string[], look: DocxLook) => cells.map((text, at) => cell(text, widths[at], look))
  return tableOf(widths, width, true, [
    new TableRow({ tableHeader: true, cantSplit: true, children: row(headings, HEADING) }),
    ...rows.map((cells) => new TableRow({ cantSplit: true, children: row(cells, {}) })),
  ])
}

/** Whose row it is and what it says now, out of sight, so that an edited document comes home row by row. */
function bookmarks(mark: RowMark | undefined): readonly string[] {
  const name = mark === undefined ? null : rowMark(mark.id)
  return mark === undefined || name === null ? [] : [name, stampMark(mark.stamp)]
}

function tableOf(widths: number[], width: number, firstRow: boolean, rows: TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: EDGES,
    // Says to readers which cells name the others.
    tableLook: { firstRow, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows,
  })
}

function cell(text: string, width = 0, look: DocxLook = {}, marks: readonly string[] = []): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(look.bold === true ? { shading: { fill: HEADING_FILL } } : {}),
    children: paragraphs(text, look, marks),
  })
}
