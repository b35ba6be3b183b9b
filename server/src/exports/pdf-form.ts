import { planningHeadings } from '@momentous/shared/domain/planning-row'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { sheetOf, type Sheet } from '@momentous/shared/exports/sheet'
import type { Fonts } from './fonts.ts'
import { COLUMN_SHARES, DETAIL_SHARES, FORM_NAME, formFacts, isByHand, type FormFacts } from './form-facts.ts'
import { bytesOf, heightOf, newPage, openPaper, SHEET, SOFT_INK, writeBlock, type Paper } from './pdf-paper.ts'
import { writeRunningWords } from './pdf-running-words.ts'
import { writeTable } from './pdf-table.ts'
import type { Look } from './word-lines.ts'

const TITLE: Look = { face: 'serif', size: 22 }
const WHY: Look = { face: 'serif', size: 11.5 }
const SMALL: Look = { face: 'plain', size: 9.5 }
const MOMENT: Look = { face: 'serif', size: 14 }

/** Room to write by hand, in points. */
const BY_HAND = 27

/** The planning form on paper, in the printed form's layout. Equal boards at an equal time give equal bytes. */
export async function formPdf(input: ExportInput, fonts: Fonts): Promise<Uint8Array> {
  const sheet = sheetOf(input)
  const facts = formFacts(input)
  const texts = textsOf(facts, sheet)
  const paper = await openPaper(fonts, { title: facts.title, now: input.options.now, texts })
  writeHead(paper, facts)
  writeTable(paper, {
    name: FORM_NAME,
    shares: COLUMN_SHARES,
    headings: planningHeadings,
    rows: sheet.rows.map((cells) => cells.slice(0, planningHeadings.length)),
    leastHeight: input.form.rows.every(({ id }) => isByHand(id)) ? BY_HAND : 0,
  })
  if (facts.next !== '') {
    paper.y += 10
    writeBlock(paper, 'P', facts.next, SMALL)
  }
  writeDetails(paper, sheet)
  writeRunningWords(paper, facts)
  return await bytesOf(paper)
}

/** What is set in which face, so that no font is read for nothing. A blank stands at the end of many lines. */
function textsOf({ title, why, session, next, firm }: FormFacts, { headings, rows }: Sheet) {
  const moments = headings.length > planningHeadings.length ? rows.map(([moment = '']) => moment) : []
  return {
    plain: [title, session, next, firm, FORM_NAME, '0123456789 / ', ...rows.flat()],
    bold: [' ', ...headings],
    serif: [' ', title, why, ...moments],
  }
}

function writeHead(paper: Paper, facts: FormFacts): void {
  writeBlock(paper, 'H1', facts.title, TITLE)
  if (facts.why !== '') writeBlock(paper, 'P', facts.why, WHY)
  if (facts.session !== '') {
    paper.y += 2
    writeBlock(paper, 'P', facts.session, SMALL, SOFT_INK)
  }
  paper.y += 10
}

/** Fourteen more columns fit no paper, so the extended sheet says them under the table, moment by moment. */
function writeDetails(paper: Paper, { headings, rows }: Sheet): void {
  const columns = planningHeadings.length
  if (headings.length === columns) return
  for (const cells of rows) {
    const moment = (cells[0] ?? '').replaceAll('\n', ' ')
    paper.y += 18
    // A heading never ends a page.
    if (paper.y + heightOf(MOMENT) + 60 > SHEET.bottom) newPage(paper)
    writeBlock(paper, 'H2', moment, MOMENT)
    paper.y += 4
    writeTable(paper, {
      name: moment,
      shares: DETAIL_SHARES,
      headings: null,
      rows: headings.slice(columns).map((heading, at) => [heading, cells[columns + at] ?? '']),
    })
  }
}
