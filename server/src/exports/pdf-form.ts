import { FORM_NAME, planningHeadings } from '@momentous/shared/domain/planning-row'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { sheetOf, type Sheet } from '@momentous/shared/exports/sheet'
import { ACTION_SHARES, detailsOf, type MomentDetails } from '@momentous/shared/exports/sheet-details'
import type { Fonts } from './fonts.ts'
import { COLUMN_SHARES, DETAIL_SHARES, formFacts, isByHand, type FormFacts } from './form-facts.ts'
import {
  bytesOf,
  heightOf,
  newPage,
  openPaper,
  roomLeft,
  SHEET,
  SOFT_INK,
  TEXT_WIDTH,
  writeBlock,
  type Paper,
} from './pdf-paper.ts'
import { writeRunningWords } from './pdf-running-words.ts'
import { tableHeight, writeTable, type Table } from './pdf-table.ts'
import type { Look } from './word-lines.ts'

const TITLE: Look = { face: 'serif', size: 22 }
const WHY: Look = { face: 'serif', size: 11.5 }
const SMALL: Look = { face: 'plain', size: 9.5 }
const MOMENT: Look = { face: 'serif', size: 14 }
const ACTIONS: Look = { face: 'bold', size: 9.2 }

/** Room to write by hand, in points. */
const BY_HAND = 27

/** The planning form on paper, in the printed form's layout. Equal boards at an equal time give equal bytes. */
export async function formPdf(input: ExportInput, fonts: Fonts): Promise<Uint8Array> {
  const sheet = sheetOf(input)
  const details = detailsOf(sheet)
  const facts = formFacts(input, details)
  const texts = textsOf(facts, sheet, details)
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
  for (const each of details) writeDetails(paper, each)
  writeRunningWords(paper, facts)
  return await bytesOf(paper)
}

/** What is set in which face, so that no font is read for nothing. A blank stands at the end of many lines. */
function textsOf(
  { title, why, session, next, firm }: FormFacts,
  { headings, rows }: Sheet,
  details: readonly MomentDetails[],
) {
  const moments = details.map(({ moment }) => moment)
  return {
    plain: [title, session, next, firm, FORM_NAME, '0123456789 / ', ...rows.flat()],
    bold: [' Actions:', ...headings, ...moments],
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

/** Under the form, one moment: its name, what else is known, and what will be done. */
function writeDetails(paper: Paper, { moment, facts, actions }: MomentDetails): void {
  paper.y += 18
  writePart(paper, 'H2', moment, MOMENT, { name: moment, shares: DETAIL_SHARES, headings: null, rows: facts })
  if (actions === null) return
  paper.y += 6
  const name = `Actions: ${moment}`
  writePart(paper, 'H3', name, ACTIONS, { ...actions, name, shares: ACTION_SHARES })
}

/** A heading and its table: on one page where they fit one, and never the heading alone at its end. */
function writePart(paper: Paper, tag: 'H2' | 'H3', name: string, look: Look, table: Table): void {
  const head = heightOf(look, paper.words.lines(name, look, TEXT_WIDTH).length) + BETWEEN
  const all = head + tableHeight(paper, table)
  if (roomLeft(paper) < (all <= SHEET.bottom - SHEET.top ? all : head + LEAST)) newPage(paper)
  writeBlock(paper, tag, name, look)
  paper.y += BETWEEN
  writeTable(paper, table)
}

const BETWEEN = 4
/** So much of a table that fits no page stands under its heading. */
const LEAST = 120
