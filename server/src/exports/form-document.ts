import { plainText } from '@momentous/shared/exports/plain-text'
import { rowMark, stampMark } from '@momentous/shared/exports/row-mark'
import { sheetOf, type FormSheet, type RowMark, type Sheet } from '@momentous/shared/exports/sheet'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { planningHeadings } from '@momentous/shared/domain/planning-row'
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** Twentieths of a point: A4 lying on its long side, and what its margins leave. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 }
const TEXT_WIDTH = PAGE.height - 2 * PAGE.margin
/** How the printed form shares the width out among its five columns. */
const SHARES = [0.18, 0.2, 0.24, 0.11, 0.27] as const
const HEADING_FILL = 'EFE9DE'

const WIDTHS = SHARES.map((share) => Math.floor(TEXT_WIDTH * share))
const DETAIL_WIDTHS = [Math.floor(TEXT_WIDTH * 0.2), Math.floor(TEXT_WIDTH * 0.8)]

export function formDocument(input: ExportInput): Document {
  const sheet = sheetOf(input)
  return new Document({
    styles: { default: { document: { run: { font: 'Calibri', size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: pageNumbers() },
        children: [...above(input), formTable(sheet), ...below(input), ...details(sheet)],
      },
    ],
  })
}

function above({ form, options }: ExportInput): Paragraph[] {
  const people = options.people === null ? null : `${options.people} ${options.people === 1 ? 'person' : 'people'}`
  const session = [options.date, people].filter((part) => part !== null).join(', ')
  return [
    new Paragraph({ ...directed(plainText(form.title)), heading: HeadingLevel.HEADING_1 }),
    ...(form.why.trim() === '' ? [] : paragraphs(form.why, { italics: true })),
    ...(session === '' ? [] : paragraphs(session)),
    new Paragraph({}),
  ]
}

function below({ form }: ExportInput): Paragraph[] {
  if (form.nextSession === null) return []
  const { date, time } = form.nextSession
  return [new Paragraph({}), new Paragraph(`Next session: ${date}, ${time}`)]
}

function formTable({ headings, rows, marks }: FormSheet): Table {
  const columns = planningHeadings.length
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: WIDTHS,
    rows: [
      // Repeated at the top of every page.
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: headings.slice(0, columns).map((text, column) => cell(text, WIDTHS[column], { bold: true })),
      }),
      ...rows.map((cells, row) => {
        const [first = '', ...others] = cells.slice(0, columns)
        const children = [
          cell(first, WIDTHS[0], { marks: bookmarks(marks[row]) }),
          ...others.map((text, at) => cell(text, WIDTHS[at + 1])),
        ]
        return new TableRow({ children })
      }),
    ],
  })
}

/** Fourteen more columns fit no paper, so the extended sheet says them under the table, moment by moment. */
function details({ headings, rows }: Sheet): (Paragraph | Table)[] {
  const columns = planningHeadings.length
  if (headings.length === columns) return []
  return rows.flatMap((cells) => [
    new Paragraph({ ...directed(cells[0]?.replaceAll('\n', ' ') ?? ''), heading: HeadingLevel.HEADING_2 }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: DETAIL_WIDTHS,
      rows: headings.slice(columns).map((heading, index) => {
        const [first, second] = DETAIL_WIDTHS
        return new TableRow({
          children: [cell(heading, first, { bold: true }), cell(cells[columns + index] ?? '', second)],
        })
      }),
    }),
  ])
}

/** Whose row it is and what it says now, out of sight, so that an edited document comes home row by row. */
function bookmarks(mark: RowMark | undefined): readonly string[] {
  const name = mark === undefined ? null : rowMark(mark.id)
  return mark === undefined || name === null ? [] : [name, stampMark(mark.stamp)]
}

interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  /** Bookmarks of the first line. */
  readonly marks?: readonly string[]
}

function cell(text: string, width = 0, look: Look = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(look.bold === true ? { shading: { fill: HEADING_FILL } } : {}),
    children: paragraphs(text, look),
  })
}

/** One paragraph a line. */
function paragraphs(text: string, look: Look = {}): Paragraph[] {
  return plainText(text)
    .split('\n')
    .map((line, at) => new Paragraph(directed(line, at === 0 ? look : { ...look, marks: [] })))
}

const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

function directed(line: string, { marks = [], ...look }: Look = {}) {
  const rightToLeft = RIGHT_TO_LEFT.test(line)
  const run = new TextRun({ ...look, text: line, ...(rightToLeft ? { rightToLeft } : {}) })
  const marked = marks.reduceRight<Bookmark | TextRun>((child, id) => new Bookmark({ id, children: [child] }), run)
  return { ...(rightToLeft ? { bidirectional: true } : {}), children: [marked] }
}

function pageNumbers(): Footer {
  const numbers = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [numbers] })] })
}
