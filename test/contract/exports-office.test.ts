import { csv } from '@momentous/shared/exports/csv'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { trello } from '@momentous/shared/exports/hand-offs'
import { html } from '@momentous/shared/exports/html'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { xlsx } from '@momentous/shared/exports/xlsx'
import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copiedTable } from '../../client/src/model/form-table.ts'
import {
  exportInput,
  momentId,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleMoment,
  sampleSession,
} from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'
import { convert, fileFor, pdfText, python, withoutOffice } from '../support/office.ts'
import { readCsv, unguard } from '../support/read-csv.ts'
import { root } from '../support/sources.ts'

const board = sampleBoard({
  session: sampleSession({ vote: { state: 'closed', round: 1, totals: { [momentId(0)]: 7 }, ballots: 4 } }),
  moments: hostileTexts.map((text, n) => sampleMoment(n, { text })),
  assessments: hostileTexts.map((text, n) => sampleAssessment(n, { description: text, issue: text })),
  actions: hostileTexts.map((text, n) => sampleAction(n, { text, due: '2026-12-04' })),
})
const input = (sheet: 'form' | 'extended', bom = true): ExportInput => exportInput(board, { sheet, bom })
const tableOf = (sheet: 'form' | 'extended') => {
  const { headings, rows } = sheetOf(input(sheet))
  return [headings, ...rows]
}

const readAsCsv = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    print(json.dumps(list(csv.reader(file, strict=True))))
`
const readAsWorkbook = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps([[[cell.data_type, str('' if cell.value is None else cell.value)] for cell in row] for row in sheet.iter_rows()]))
`
const read = (program: string, content: string | Uint8Array, name: string): unknown =>
  JSON.parse(python(program, fileFor(content, name)))

describe.skipIf(withoutOffice())('other people’s spreadsheets', { timeout: 60_000 }, () => {
  let converted: ReadonlyMap<string, Buffer>
  let plain: Uint8Array
  let extended: Uint8Array

  beforeAll(async () => {
    plain = await xlsx.write(input('form'))
    extended = await xlsx.write(input('extended'))
    const pasted = copiedTable(sheetOf(input('form'))).html
    converted = convert(
      [
        { name: 'form.xlsx', content: plain },
        { name: 'page.xls', content: html.write(input('form')) },
        { name: 'pasted.xls', content: pasted },
      ],
      // Comma, quote, UTF-8, from the first row, texts as they are and formulas as such.
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,0',
    )
  }, 120_000)

  it('LibreOffice finds the firm’s logo, byte by byte', async () => {
    const logo = readFileSync(join(root, 'client/public/icon-192.png'))
    const { options, ...rest } = input('form')
    const content = await xlsx.write({ ...rest, options: { ...options, logo } })
    const sheets = convert([{ name: 'logo.xlsx', content }], 'ods').get('logo.xlsx')
    const pictures = Object.entries(unzipSync(sheets ?? new Uint8Array())).filter(([name]) =>
      name.startsWith('Pictures/'),
    )
    expect(pictures.map(([, bytes]) => Buffer.from(bytes).equals(logo))).toEqual([true])
  })

  it('Python reads the CSV cell by cell, with the mark for text before what looks like a formula', () => {
    for (const sheet of ['form', 'extended'] as const) {
      const cells = read(readAsCsv, csv.write(input(sheet)), 'form.csv') as string[][]
      // The extended one ends with each row's stamp, which is no cell of the form.
      const { length } = sheetOf(input(sheet)).headings
      expect(cells.map((row) => row.slice(0, length).map(unguard))).toEqual(tableOf(sheet))
    }
    expect(read(readAsCsv, trello.write(input('form')), 'actions.csv')).toHaveLength(hostileTexts.length + 1)
  })

  it('openpyxl reads the workbook cell by cell, and finds no formula in it', () => {
    const cells = read(readAsWorkbook, plain, 'form.xlsx') as [string, string][][]
    expect(cells.map((row) => row.slice(0, 5).map(([, text]) => text))).toEqual(tableOf('form'))
    expect(cells.slice(1).map((row) => row[5]?.[1])).toEqual(hostileTexts.map((_, n) => momentId(n)))
    expect(cells.flat().filter(([type]) => type !== 's' && type !== 'n')).toEqual([])
  })

  it('openpyxl finds numbers where things are counted, and days where they are dated', () => {
    const [headings = [], first = []] = read(readAsWorkbook, extended, 'form.xlsx') as [string, string][][]
    const at = (heading: string) => first[headings.findIndex(([, text]) => text === heading)]
    expect([at('TICKS'), at('AGREED'), at('DUE')]).toEqual([
      ['n', '7'],
      ['n', '0'],
      ['d', '2026-12-04 00:00:00'],
    ])
  })

  it('LibreOffice opens the workbook and shows every cell as it was written', () => {
    const text = converted.get('form.xlsx')?.toString('utf8') ?? ''
    const rows = readCsv(text.replaceAll(/\r?\n/gu, '\n').replaceAll(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/gu, '\r\n'))
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual(tableOf('form'))
  })

  it('LibreOffice takes no formula out of a page or of what was copied', () => {
    for (const name of ['page.xls', 'pasted.xls']) {
      const text = converted.get(name)?.toString('utf8') ?? ''
      expect(text).toContain('=1+1')
      expect(text).not.toMatch(/#NAME|Err:|^2,|"2"/mu)
    }
  })

  it('the workbook is printed with its heading and without its ids', () => {
    const pdf = convert([{ name: 'form.xlsx', content: plain }], 'pdf').get('form.xlsx') ?? Buffer.alloc(0)
    const text = pdfText(pdf, '-layout')
    expect(text).toMatch(/MOMENT OF TRUTH +DESCRIPTION +ISSUE\/PROBLEM +RANKING +ACTION/u)
    expect(text).not.toContain(momentId(1))
  })
})
