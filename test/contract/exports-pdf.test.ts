import { docx } from '@momentous/server/exports/docx'
import { openFonts } from '@momentous/server/exports/fonts'
import { formPdf } from '@momentous/server/exports/pdf-form'
import { planningHeadings } from '@momentous/shared/domain/planning-row'
import { plainText } from '@momentous/shared/exports/plain-text'
import { extendedHeadings, sheetOf } from '@momentous/shared/exports/sheet'
import { blankForm } from '@momentous/shared/priorities/blank-form'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  exportInput,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleGrade,
  sampleMoment,
  sampleSession,
} from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'
import { convert, pdfFonts, pdfInfo, pdfPages, pdfText, needsOffice } from '../support/office.ts'
import { readDocx } from '../support/read-docx.ts'
import { root } from '../support/sources.ts'

const fonts = openFonts()
const nextSession = { date: '2026-12-12', time: '09:00', minutes: 120, zone: null }
const logo = readFileSync(join(root, 'client/public/icon-192.png'))

const world = [
  'Wartezeit am Empfang',
  'Ωμέγα και άλφα',
  'Привет из зала',
  'שלום לכל הלקוחות',
  'مرحبا بالعالم الكبير',
  '顾客走进商店，寻找他们想要的部门。',
  'ひらがなと漢字',
  '안녕하세요 손님',
  '👩‍👩‍👧 a family 😀',
]

const boardOf = (texts: readonly string[], session = {}) =>
  sampleBoard({
    session: sampleSession({ nextSession, ...session }),
    moments: texts.map((text, n) => sampleMoment(n, { text })),
    assessments: texts.map((text, n) => sampleAssessment(n, { description: text, issue: `${text}\n${text}` })),
    grades: texts.map((_, n) => sampleGrade(n, { settled: 'miserable' })),
    actions: texts.map((text, n) => sampleAction(n, { text })),
  })

const forty = boardOf(Array.from({ length: 40 }, (_, n) => `Moment ${n} `.repeat((n % 6) + 1).trim()))
const inputs = {
  world: exportInput(boardOf(world, { firm: 'Müller & Söhne' }), { date: '21 November 2026', people: 12, logo }),
  forty: exportInput(forty),
  hostile: exportInput(boardOf(hostileTexts, { title: hostileTexts[0], why: hostileTexts[2] }), { sheet: 'extended' }),
  blank: { ...exportInput(forty), form: blankForm(forty.session) },
} as const
type Name = keyof typeof inputs

/** The words of each heading and cell, as the document's tags have them. */
function taggedRows(pdf: Uint8Array): string[][] {
  const [, fromTable = ''] = pdfInfo(pdf, '-struct-text').split(/^ {2}Table .*$/mu)
  const [table = ''] = fromTable.split(/^ {2}\S/mu)
  const rows = table.split(/^ +TR$/mu).slice(1)
  return rows.map((row) =>
    row
      .split(/^ +T[HD]:?$/mu)
      .slice(1)
      .map((cell) => [...cell.matchAll(/^ +"(.*)"$/gmu)].map(([, text = '']) => text).join('')),
  )
}

const squeezed = (text: string) => text.replace(/\s+/gu, '')

describe('the form on paper', () => {
  beforeEach(needsOffice)

  const written = new Map<Name, Promise<Uint8Array>>()
  const paper = (name: Name) => {
    const pdf = written.get(name) ?? formPdf(inputs[name], fonts)
    written.set(name, pdf)
    return pdf
  }

  it('is tagged, named, in a language, and carries every font that it uses', async () => {
    const pdf = await paper('world')
    expect(pdfInfo(pdf)).toMatch(
      /Title: +Harbour Street Dental\n[\s\S]*Tagged: +yes\n[\s\S]*Page size: +841\.89 x 595\.28/u,
    )
    const fontLines = pdfFonts(pdf).trim().split('\n').slice(2)
    expect(fontLines.length).toBeGreaterThan(8)
    // Embedded, of what is used only, and readable as text again.
    for (const line of fontLines) expect(line).toMatch(/yes yes yes/u)
    const raw = Buffer.from(pdf).toString('latin1')
    for (const fact of [
      '/Lang (en)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/Scope /Column',
      '/Scope /Row',
      'pdfuaid',
    ]) {
      expect(raw).toContain(fact)
    }
  })

  it('has the words of every script in reading order', async () => {
    const text = squeezed(pdfText(await paper('world')).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ''))
    for (const words of world) {
      const parts = words.split(' ').map(squeezed)
      expect(parts.filter((part) => !text.includes(part))).toEqual([])
    }
    expect(text).toContain(squeezed('Müller & Söhne'))
    expect(text).toContain(squeezed('21 November 2026, 12 people'))
    expect(text).toContain(squeezed('Next session: 12 December 2026, 09:00'))
  })

  it('says the table row by row to whoever listens, its headings once', async () => {
    const rows = taggedRows(await paper('forty'))
    const expected = [[...planningHeadings], ...sheetOf(inputs.forty).rows]
    expect(rows.map((cells) => cells.map(squeezed))).toEqual(expected.map((cells) => cells.map(squeezed)))
    const pages = pdfText(await paper('forty'), '-raw')
      .split('\f')
      .slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    // For the eye they stand on every page.
    pages.forEach((page, at) => {
      expect(page).toContain('MOMENT OF TRUTH')
      expect(page).toContain(`${at + 1} / ${pages.length}`)
    })
  })

  it('holds whatever was written, with everything that the five columns lack under the table', async () => {
    const pdf = await paper('hostile')
    const said = squeezed(pdfText(pdf, '-raw'))
    expect(extendedHeadings.filter((heading) => !said.includes(squeezed(heading)))).toEqual([])
    const plain = hostileTexts.filter((text) => /^[\x20-\x7e]{4,60}$/u.test(text))
    expect(plain.filter((text) => !said.includes(squeezed(text)))).toEqual([])
  })

  it('breaks no moment’s facts over two pages, and names whose actions begin one', async () => {
    const board = boardOf(Array.from({ length: 9 }, (_, n) => `Moment ${n}`))
    const text = pdfText(await formPdf(exportInput(board, { sheet: 'extended' }), fonts), '-raw')
    const counts = (words: string) => text.split('\f').map((page) => page.split(words).length - 1)
    expect(counts('PARKED IDEAS')).toEqual(counts('CHANNEL'))
    expect(counts('FIRST STEP')).toEqual(counts('Actions: Moment'))
    expect(counts('Actions: Moment').reduce((sum, count) => sum + count, 0)).toBe(9)
  })

  it('says on each page of a moment that fills several whose facts they are', async () => {
    const assessments = [sampleAssessment(0, { expectation: 'Somebody picks up. '.repeat(900) })]
    const board = sampleBoard({ moments: [sampleMoment(0, { text: 'Rings' })], assessments })
    const pages = pdfText(await formPdf(exportInput(board, { sheet: 'extended' }), fonts), '-raw').split('\f')
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.slice(0, -1).filter((page) => !page.includes('Rings'))).toEqual([])
  })

  it('is there to be filled in by hand, too', async () => {
    const pdf = await paper('blank')
    expect(
      taggedRows(pdf)
        .slice(1, 12)
        .map(([moment]) => moment),
    ).toEqual(inputs.blank.form.rows.slice(0, 11).map(({ moment }) => moment))
    expect(pdfPages(pdf, 20)).toHaveLength(1)
  })

  it(
    'opens in LibreOffice as a document for Word, row by row, and comes out as the same pages of words',
    { timeout: 120_000 },
    async () => {
      const files = await Promise.all(
        (Object.keys(inputs) as Name[]).map(async (name) => ({
          name: `${name}.docx`,
          content: await docx.write(inputs[name]),
        })),
      )
      const pages = convert(files, 'pdf')
      const again = convert(files, 'docx:MS Word 2007 XML')
      for (const { name } of files) {
        const { rows } = sheetOf(inputs[name.replace('.docx', '') as Name])
        const [table] = readDocx(again.get(name) ?? Buffer.alloc(0)).tables
        // LibreOffice writes an underscore that might begin a code as one.
        const asCells = (cells: readonly string[]) =>
          cells.slice(0, 5).map((cell) => squeezed(plainText(cell)).replaceAll('_x005F_', '_'))
        expect(table?.slice(1).map(asCells), name).toEqual(rows.map(asCells))
        const turned = pdfText(pages.get(name) ?? Buffer.alloc(0), '-raw')
          .split('\f')
          .slice(0, -1)
        if (name !== 'hostile.docx') expect(turned.filter((page) => !page.includes('MOMENT OF TRUTH'))).toEqual([])
      }
      expect(readDocx(again.get('forty.docx') ?? Buffer.alloc(0)).parts['word/document.xml']).toContain(
        'moment_moment_2d0007',
      )
    },
  )
})

describe('the form for Word', () => {
  it('says whose it is, what each table is, and which moment each row is of', async () => {
    const { parts } = readDocx(await docx.write(inputs.world))
    const body = parts['word/document.xml'] ?? ''
    expect(body.match(/<w:tblCaption w:val="Moments of truth: customer care contact planning"\/>/gu)).toHaveLength(1)
    expect(body).toMatch(/<w:bookmarkStart [^>]*w:name="moment_moment_2d0003"/u)
    const head = Object.entries(parts).find(([path]) => path.startsWith('word/header'))?.[1] ?? ''
    expect(head).toContain('Müller &amp; Söhne')
    expect(head).toContain('Logo of Müller')
    expect(Object.keys(parts).filter((path) => path.startsWith('word/media/'))).toHaveLength(1)
  })

  it('shows no picture that is none', async () => {
    for (const broken of [
      Buffer.from('GIF89a'),
      logo.subarray(0, 40),
      Buffer.concat([logo.subarray(0, 200), Buffer.alloc(90)]),
    ]) {
      const input = { ...inputs.world, options: { ...inputs.world.options, logo: broken } }
      expect((await docx.write(input)).length).toBeGreaterThan(1000)
      expect((await formPdf(input, fonts)).length).toBeGreaterThan(1000)
    }
  })
})
