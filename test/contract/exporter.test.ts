import { exporters } from '@momentous/server/exports/exporters'
import { planningHeadings } from '@momentous/shared/domain/planning-row'
import { readBoardJson } from '@momentous/shared/exports/board-json'
import type { Exporter, ExportInput } from '@momentous/shared/exports/exporter'
import { exporterFor, exporters as sharedExporters, stemOf } from '@momentous/shared/exports/exporters'
import { extendedHeadings, sheetOf } from '@momentous/shared/exports/sheet'
import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  momentId,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleGrade,
  sampleIdea,
  sampleMoment,
  sampleSession,
  SEAT,
} from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'
import { readCsv, unguard } from '../support/read-csv.ts'
import { readDocx } from '../support/read-docx.ts'
import { readHtmlTable } from '../support/read-html.ts'
import { pdfText, needsOffice } from '../support/office.ts'
import { readMarkdownTable } from '../support/read-markdown.ts'
import { shownCells } from '../support/read-xlsx.ts'

type Registry = typeof exporters
type Of<Kind extends Exporter['of']> = {
  [Id in keyof Registry]: Registry[Id]['of'] extends Kind ? Id : never
}[keyof Registry]
type Written = string | Uint8Array

const textOf = (written: Written) => (typeof written === 'string' ? written : strFromU8(written))

/**
 * How a reader of each format gets at the cells of the form; a new exporter of the form needs one. Paper has no cells to
 * get at: what is on it is read by other people's software (test/contract/exports-pdf.test.ts).
 */
const readers: Readonly<Record<Exclude<Of<'form'>, 'pdf'>, (written: Written) => readonly (readonly string[])[]>> = {
  csv: (written) => readCsv(textOf(written).replace(/^\ufeff/u, '')).map((cells) => cells.map(unguard)),
  markdown: (written) => readMarkdownTable(textOf(written)),
  'form-json': (written) => {
    const { headings, rows } = JSON.parse(textOf(written)) as { headings: string[]; rows: Record<string, string>[] }
    return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? 'missing'))]
  },
  docx: (written) => readDocx(written as Uint8Array).tables[0] ?? [],
  html: (written) => readHtmlTable(textOf(written)),
  xlsx: (written) => shownCells(written as Uint8Array),
}

const isPaper = (written: Written) => typeof written !== 'string' && strFromU8(written.slice(0, 5)) === '%PDF-'

/** Everything that a file of this format says, as text. */
const contentOf = (written: Written) => {
  if (typeof written === 'string') return written
  return isPaper(written) ? pdfText(written, '-raw') : Object.values(readDocx(written).parts).join('\n')
}

const SIGNATURE = 'Ruth-who-signed'
const nextSession = { date: '2026-12-12', time: '09:00', minutes: 120, zone: null }

/** A board where every text is one that has broken somebody's export before. */
const hostile = sampleBoard({
  session: sampleSession({ title: hostileTexts[0], why: hostileTexts[2], nextSession }),
  moments: hostileTexts.map((text, n) => sampleMoment(n, { text })),
  assessments: hostileTexts.map((text, n) =>
    sampleAssessment(n, { description: text, issue: text, expectation: text }),
  ),
  grades: hostileTexts.map((_, n) => sampleGrade(n, { settled: 'neutral' })),
  actions: hostileTexts.map((text, n) =>
    sampleAction(n, { text, firstStep: text, owner: { seat: SEAT, name: 'Tom' }, agreed: [SEAT] }),
  ),
  ideas: hostileTexts.map((text, n) =>
    sampleIdea(n, { text, by: SIGNATURE, verdict: { state: 'parked', reason: text.slice(0, 300) } }),
  ),
})
const fiveHundred = sampleBoard({
  session: sampleSession({ nextSession }),
  moments: Array.from({ length: 500 }, (_, n) => sampleMoment(n, { text: `Moment ${n}` })),
  actions: Array.from({ length: 500 }, (_, n) => sampleAction(n)),
})
const empty = sampleBoard({ session: sampleSession({ title: '', why: '', nextSession }) })

it('the server writes everything that a device can write, in the same bytes, a long form in another thread too', async () => {
  for (const [id, device] of Object.entries<Exporter>(sharedExporters)) {
    const server = exporters[id as keyof typeof exporters]
    expect(server).toMatchObject({ ...device, write: expect.any(Function) })
  }
  const input = exportInput(fiveHundred)
  expect(await exporters.xlsx.write(input)).toEqual(await sharedExporters.xlsx.write(input))
})

describe.each(Object.entries<Exporter>(exporters))('the exporter %s', (id, exporter) => {
  it('is registered under its own name, and no other writes the same file', () => {
    expect(exporter.id).toBe(id)
    expect(exporter.extension).toMatch(/^[a-z]+$/u)
    expect(exporter.mediaType).toMatch(/^[a-z]+\/[^\s/]+/u)
    expect(exporterFor(exporters, stemOf(exporter), exporter.extension)).toBe(exporter)
  })

  it('writes an empty board', async () => {
    const written = await exporter.write(exportInput(empty))
    expect(written.length).toBeGreaterThan(0)
  })

  it.for(['form', 'extended'] as const)('names no seat and no author on the sheet %s', async (sheet, context) => {
    if (id === 'pdf') needsOffice(context)
    const content = contentOf(await exporter.write(exportInput(hostile, { sheet })))
    expect(content).not.toContain(SEAT)
    expect(content).not.toContain(SIGNATURE)
    expect(content).not.toMatch(/creator|lastModifiedBy|Un-named/u)
  })

  it('gives equal bytes for an equal board at an equal time', async () => {
    const once = await exporter.write(exportInput(hostile))
    expect(await exporter.write(exportInput(hostile))).toEqual(once)
  })
})

describe.each(Object.entries(readers) as [keyof typeof readers, (typeof readers)[keyof typeof readers]][])(
  'the form as %s',
  (id, read) => {
    const exporter: Exporter = exporters[id]
    const tableOf = async (input: ExportInput) => read(await exporter.write(input))
    const trimmed = (cells: readonly string[]) => cells.map((cell) => cell.trim())

    it('has exactly the five printed headings, also when nothing is on the wall', async () => {
      expect(await tableOf(exportInput(empty))).toEqual([[...planningHeadings]])
    })

    it('has five hundred rows, in order', async () => {
      const table = await tableOf(exportInput(fiveHundred))
      expect(table.slice(1).map(([moment]) => moment)).toEqual(fiveHundred.moments.map(({ text }) => text))
    })

    it('says of every moment what was written, whatever was written', async () => {
      const input = exportInput(hostile)
      const { headings, rows } = sheetOf(input)
      expect((await tableOf(input)).map(trimmed)).toEqual([headings, ...rows].map(trimmed))
    })

    it('says on the extended sheet what the five columns lack', async () => {
      const content = contentOf(await exporter.write(exportInput(hostile, { sheet: 'extended' })))
      expect(extendedHeadings.filter((heading) => !content.includes(heading))).toEqual([])
    })
  },
)

describe('the board’s own format', () => {
  it('takes the most hostile board back', () => {
    const input = exportInput(hostile)
    const moments = input.board.moments.map((moment) => ({ ...moment, text: moment.text.toWellFormed() }))
    expect(readBoardJson(sharedExporters['board-json'].write(input))).toMatchObject({ ok: true, board: { moments } })
  })

  it('asks for the calendar only when a session is booked', () => {
    expect(sharedExporters.calendar.lacks(exportInput(sampleBoard({ moments: [sampleMoment(1)] })))).toMatch(
      /no date yet/,
    )
    expect(sharedExporters.calendar.lacks(exportInput(empty))).toBeNull()
  })
})

describe('the form for Word', () => {
  it('lies on its long side, repeats its heading row, and says when, with how many, and what comes next', async () => {
    const options = { date: '21 November 2026', people: 12 }
    const { parts } = readDocx((await exporters.docx.write(exportInput(hostile, options))) as Uint8Array)
    const xml = parts['word/document.xml'] ?? ''
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/u)
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
    expect(xml).toContain('21 November 2026, 12 people')
    expect(xml).toContain('Next session: 12 December 2026, 09:00')
    expect(Object.values(parts).join('')).toMatch(/NUMPAGES/u)
  })

  it('keeps a row on its page unless it is long, and a moment’s facts together', async () => {
    const board = sampleBoard({
      moments: [sampleMoment(1), sampleMoment(2)],
      assessments: [sampleAssessment(2, { issue: 'Nobody comes. '.repeat(60) })],
      actions: [sampleAction(1)],
    })
    const { parts } = readDocx((await exporters.docx.write(exportInput(board, { sheet: 'extended' }))) as Uint8Array)
    const [form = '', ...more] = (parts['word/document.xml'] ?? '').split('<w:tbl>').slice(1)
    const rows = (xml: string) => xml.split('<w:tr>').slice(1)
    expect(rows(form).map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false])
    const [facts = '', actions = ''] = more
    expect(rows(facts).map((row) => row.includes('<w:keepNext/>'))).toEqual([...Array<boolean>(8).fill(true), true])
    expect(rows(actions)).toHaveLength(2)
  })

  it('sets right-to-left words from right to left', async () => {
    const board = sampleBoard({ moments: [sampleMoment(1, { text: 'שלום' }), sampleMoment(2, { text: 'hello' })] })
    const { parts } = readDocx((await exporters.docx.write(exportInput(board))) as Uint8Array)
    expect(parts['word/document.xml']?.match(/<w:bidi\/>/gu)).toHaveLength(1)
  })

  it('has the extended sheet under the form, moment by moment', async () => {
    const board = sampleBoard({ moments: [sampleMoment(1), sampleMoment(2, { channel: 'phone' })] })
    const written = await exporters.docx.write(exportInput(board, { sheet: 'extended' }))
    const { tables: read } = readDocx(written as Uint8Array)
    expect(read).toHaveLength(3)
    expect(read[2]?.slice(0, 2)).toEqual([
      ['ID', momentId(2)],
      ['CHANNEL', 'Phone'],
    ])
  })
})
