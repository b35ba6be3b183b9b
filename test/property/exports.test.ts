import { BOARD_FORMAT, readBoardJson, writeBoardJson } from '@momentous/shared/exports/board-json'
import { csv } from '@momentous/shared/exports/csv'
import { fileName } from '@momentous/shared/exports/file-name'
import { html } from '@momentous/shared/exports/html'
import { markdown } from '@momentous/shared/exports/markdown'
import { plainText } from '@momentous/shared/exports/plain-text'
import { redact } from '@momentous/shared/exports/redact'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { xlsx } from '@momentous/shared/exports/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { exportInput } from '../support/board-sample.ts'
import { hostileText } from '../support/hostile-text.ts'
import { readCsv, unguard } from '../support/read-csv.ts'
import { readHtmlTable } from '../support/read-html.ts'
import { readMarkdownTable } from '../support/read-markdown.ts'
import { readXlsx } from '../support/read-xlsx.ts'

const board = arbitraryBoard(hostileText)
const sheet = fc.constantFrom('form' as const, 'extended' as const)
const role = fc.constantFrom('facilitator' as const, 'observer' as const)

describe('a board’s JSON', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(board, role, (one, who) => {
        const out = redact(one, who)
        expect(readBoardJson(writeBoardJson(out))).toEqual({ ok: true, board: out })
      }),
    )
  })

  it('has the same bytes each time that it goes out again', () => {
    const rewritten = (text: string) => {
      const read = readBoardJson(text)
      return read.ok ? writeBoardJson(read.board) : read.reason
    }
    fc.assert(
      fc.property(board, (one) => {
        const once = rewritten(writeBoardJson(redact(one, 'facilitator')))
        expect(rewritten(once)).toBe(once)
      }),
    )
  })

  it('is read or refused with a sentence, whatever the file holds', () => {
    const file = fc.oneof(
      hostileText,
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ format: BOARD_FORMAT, version: 1, board: value })),
      fc
        .jsonValue()
        .map((value) =>
          JSON.stringify({ format: BOARD_FORMAT, version: 1, board: { session: value, moments: [value] } }),
        ),
    )
    fc.assert(
      fc.property(file, (text) => {
        const read = readBoardJson(text)
        if (!read.ok) expect(read.reason).toMatch(/^[A-Z].*[.?]$/u)
      }),
    )
  })
})

describe('the form as CSV', () => {
  it('reads back as the same cells, and none of them is a formula', () => {
    fc.assert(
      fc.property(board, sheet, fc.boolean(), (one, which, bom) => {
        const input = exportInput(one, { sheet: which, bom })
        const text = csv.write(input)
        expect(text.startsWith('\ufeff')).toBe(bom)
        const records = readCsv(bom ? text.slice(1) : text)
        const { headings, rows } = sheetOf(input)
        const shown = records.map((cells) => cells.map(unguard).slice(0, headings.length))
        expect(shown).toEqual([headings, ...rows])
        for (const cell of records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/u)
      }),
    )
  })
})

describe('the form as Markdown', () => {
  it('reads back as the same cells but for blanks at their ends', () => {
    fc.assert(
      fc.property(board, sheet, (one, which) => {
        const input = exportInput(one, { sheet: which })
        const { headings, rows } = sheetOf(input)
        const table = [headings, ...rows].map((cells) => cells.map((cell) => cell.trim()))
        expect(readMarkdownTable(markdown.write(input))).toEqual(table)
      }),
    )
  })
})

describe('the form as a workbook and as a page', () => {
  it('reads back as the same cells, each row with its id', async () => {
    await fc.assert(
      fc.asyncProperty(board, sheet, async (one, which) => {
        const input = exportInput(one, { sheet: which })
        const { headings, rows } = sheetOf(input)
        const read = readXlsx(await xlsx.write(input)).rows
        const shown = headings.length
        const asText = (cells: readonly string[]) =>
          cells.map((text, at) => (headings[at] === 'DUE' && /^\d{5}$/u.test(text) ? dayOf(Number(text)) : text))
        expect(read.map((cells) => asText(cells.slice(0, shown)))).toEqual([headings, ...rows])
        const ids = read.map((cells) => cells[read[0]?.indexOf('ID') ?? -1])
        expect(ids).toEqual(['ID', ...input.form.rows.map(({ id }) => id)])
        const printed = readHtmlTable(html.write(input))
        expect(printed).toEqual([headings, ...rows].map((cells) => cells.slice(0, 5)))
      }),
      { numRuns: 60 },
    )
  })
})

const dayOf = (number: number) => new Date(Date.UTC(1899, 11, 30) + number * 86_400_000).toISOString().slice(0, 10)

describe('plain text', () => {
  it('is plain already the second time, well-formed, and keeps every letter', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = plainText(text)
        expect(plainText(plain)).toBe(plain)
        expect(plain.isWellFormed()).toBe(true)
        const letters = (words: string) =>
          [...words.matchAll(/[\p{L}\p{N}\p{S}]/gu)].map(String).filter((each) => each !== '\ufffd')
        expect(letters(plain)).toEqual(letters(text))
      }),
    )
  })
})

describe('a file name', () => {
  it('is never empty, hidden, too long, or a path', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const name = fileName(title, 'csv')
        expect(name).toMatch(/^[^\s.\\/:*?"<>|][^\\/:*?"<>|]*\.csv$/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        expect(name).not.toMatch(/\s\.csv$/u)
      }),
    )
  })
})
