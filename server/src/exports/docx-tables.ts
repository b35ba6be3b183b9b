import type { MomentId } from '@momentous/shared/domain/id'
import { planningHeadings } from '@momentous/shared/domain/planning-row'
import { rowMark } from '@momentous/shared/exports/row-mark'
import type { Sheet } from '@momentous/shared/exports/sheet'
import { HeadingLevel, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { directed, paragraphs, type DocxLook } from './docx-words.ts'
import { COLUMN_SHARES, DETAIL_SHARES, isByHand } from './form-facts.ts'

const HEADING_FILL = 'EFE9DE'
const EDGE = { style: 'single', size: 4, color: 'B9B1A2' } as const
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE }
/** A row with more signs than this may go on on the next page. */
const LONG = 700
/** Room to write by hand, in twentieths of a point. */
const BY_HAND = 540

/** The form itself: the heading row again on every page, each row marked with the moment that it is of. */
export function formTable({ headings, rows }: Sheet, ids: readonly MomentId[], width: number): Table {
  const columns = planningHeadings.length
  const widths = COLUMN_SHARES.map((share) => Math.floor(width * share))
  return tableOf(widths, width, true, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: headings.slice(0, columns).map((text, at) => cell(text, widths[at], { bold: true, size: 19 })),
    }),
    ...rows.map((cells, row) => {
      const id = ids[row]
      const mark = id === undefined ? null : rowMark(id)
      return new TableRow({
        cantSplit: cells.join('').length <= LONG,
        ...(isByHand(id) ? { height: { value: BY_HAND, rule: HeightRule.ATLEAST } } : {}),
        children: cells.slice(0, columns).map((text, at) => cell(text, widths[at], {}, at === 0 ? mark : null)),
      })
    }),
  ])
}

/** Fourteen more columns fit no paper, so the extended sheet says them under the table, moment by moment. */
export function details({ headings, rows }: Sheet, width: number): (Paragraph | Table)[] {
  const columns = planningHeadings.length
  if (headings.length === columns) return []
  const [first = 0, second = 0] = DETAIL_SHARES.map((share) => Math.floor(width * share))
  return rows.flatMap((cells) => [
    new Paragraph({
      ...directed(cells[0]?.replaceAll('\n', ' ') ?? ''),
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
    }),
    tableOf(
      [first, second],
      width,
      false,
      headings.slice(columns).map(
        (heading, at) =>
          new TableRow({
            cantSplit: true,
            children: [cell(heading, first, { bold: true, size: 19 }), cell(cells[columns + at] ?? '', second)],
          }),
      ),
    ),
  ])
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

function cell(text: string, width = 0, look: DocxLook = {}, mark: string | null = null): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(look.bold === true ? { shading: { fill: HEADING_FILL } } : {}),
    children: paragraphs(text, look, mark),
  })
}
