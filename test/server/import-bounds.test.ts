import { columnNamed } from '@momentous/shared/imports/columns'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { formTable } from '@momentous/shared/imports/form-table'
import { importers } from '@momentous/server/imports/importers'
import { Busy, createFileReader } from '@momentous/server/imports/reading-thread'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { EventEmitter, once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import type { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { httpServer, type HttpServer } from '../support/http-server.ts'

const zipped = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))

const unzipped = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, part]) => [path, strFromU8(part)]))

const bookOf = () => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
})

/** A workbook whose every cell refers to the one text that it has. */
const echo = (text: string, rows: number, columns: number) =>
  zipped({
    ...bookOf(),
    'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c t="inlineStr"><is><t>MOMENT OF TRUTH</t></is></c></row>${`<row>${'<c t="s"><v>0</v></c>'.repeat(columns)}</row>`.repeat(rows)}</sheetData></worksheet>`,
  })

describe('a workbook that says one text in each cell', () => {
  test('is refused for all cells together, and is small enough up to there', () => {
    expect(formTable(importers.xlsx.read(echo('a'.repeat(32_000), 200, 1))).rows).toHaveLength(200)
    const file = echo('a'.repeat(32_000), 300, 9)
    expect(file.length).toBeLessThan(4_000)
    expect(() => formTable(importers.xlsx.read(file))).toThrow(/^All the texts of this file together.*in parts\.$/u)
  })

  test('has that text read once, whatever escapes are in it', () => {
    const begun = performance.now()
    const rows = importers.xlsx.read(echo('_x0041_'.repeat(32_000), 3_000, 100))
    expect(rows[1]?.cells[99]).toBe('A'.repeat(32_000))
    // Once for each of 300,000 cells it takes minutes.
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})

test('a way to write numbers that no workbook has takes no time to look through', () => {
  const format = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(200_000)}"/></numFmts></styleSheet>`
  const begun = performance.now()
  expect(importers.xlsx.read(zipped({ ...unzipped(echo('a', 1, 1)), 'xl/styles.xml': format }))).toHaveLength(2)
  // The square of its length takes a minute.
  expect(performance.now() - begun).toBeLessThan(4_000)
})

test('a form’s JSON with more rows than a form has says so', () => {
  const rows = `${'{},'.repeat(5_000)}{"MOMENT OF TRUTH": "one too many"}`
  const file = `{"format": "momentous-form", "version": 1, "headings": ["MOMENT OF TRUTH"], "rows": [${rows}]}`
  const filled = file.replaceAll('{},', '{"MOMENT OF TRUTH": "a"},')
  expect(() => formTable(importers['form-json'].read(strToU8(filled)))).toThrow(
    'This file has more than 5000 rows. Bring it in parts.',
  )
})

test('a text that no cell holds ends the reading where it stands', () => {
  const long = 'a'.repeat(40_000)
  const inline = `<worksheet><sheetData><row><c t="inlineStr"><is><t>${long}</t></is></c></row></sheetData></worksheet>`
  const letter = (words: string) => `<document><tbl><tr><tc>${words}</tc></tr></tbl></document>`
  const read = {
    shared: () => importers.xlsx.read(echo(long, 1, 1)),
    'shared, and escaped': () => importers.xlsx.read(echo('_x0041_'.repeat(40_000), 1, 1)),
    inline: () => importers.xlsx.read(zipped({ ...bookOf(), 'xl/worksheets/sheet1.xml': inline })),
    letter: () => importers.docx.read(zipped({ 'word/document.xml': letter(`<p><r><t>${long}</t></r></p>`) })),
    lines: () => importers.docx.read(zipped({ 'word/document.xml': letter('<p/>'.repeat(40_000)) })),
  }
  for (const [kind, reading] of Object.entries(read)) {
    expect(reading, kind).toThrow(Unreadable)
    expect(reading, kind).toThrow(/^A text of this file has more than 32767 characters.*\.$/u)
  }
})

test('what is too long for a heading isn’t taken for one', () => {
  expect(columnNamed(' moments of  Truth: ')).toBe('MOMENT OF TRUTH')
  expect(columnNamed(`moment${' '.repeat(80)}`)).toBe(undefined)
})

describe('the line before the thread that reads', () => {
  test('has two places for each board or address, and passes over who has left', async () => {
    const asked: unknown[] = []
    const thread = Object.assign(new EventEmitter(), {
      postMessage: (each: unknown) => void asked.push(each),
      terminate: () => Promise.resolve(0),
    })
    const reader = createFileReader(
      () => () => {},
      () => thread as unknown as Worker,
    )
    const file = (at: number) => ({ kind: 'board', bytes: Uint8Array.of(at) }) as const
    let left = false
    const first = reader.ask(file(1), { whose: 'a', gone: () => false })
    const second = reader.ask(file(2), { whose: 'a', gone: () => left })
    await expect(reader.ask(file(3), { whose: 'a', gone: () => false })).rejects.toThrow(Busy)
    const other = reader.ask(file(4), { whose: 'b', gone: () => false })
    const passed = second.catch((error: unknown) => error)
    left = true
    await vi.waitFor(() => expect(asked).toEqual([file(1)]))
    thread.emit('message', { told: 'one' })
    expect(await first).toBe('one')
    expect(await passed).toBeInstanceOf(Busy)
    await vi.waitFor(() => expect(asked).toEqual([file(1), file(4)]))
    thread.emit('message', { told: 'four' })
    expect(await other).toBe('four')
  })
})

describe('files that come in slowly', () => {
  const slow = ({ port }: HttpServer, path: string, token: string | null): ClientRequest => {
    const headers = { 'content-type': 'text/csv', 'content-length': '1000' }
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path, headers: { ...headers, ...bearing(token) } })
    sent.on('error', () => undefined)
    sent.write('MOMENT')
    onTestFinished(() => void sent.destroy())
    return sent
  }
  const bearing = (token: string | null) => (token === null ? {} : { authorization: `Bearer ${token}` })
  const honest = async ({ origin }: HttpServer, path: string, token: string) =>
    (
      await fetch(`${origin}${path}/import?preview=true`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', ...bearing(token) },
        body: 'MOMENT OF TRUTH\r\nThe door\r\n',
      })
    ).status

  test('without a link are answered before they are read, and keep nobody out', async () => {
    const server = await httpServer()
    const { path, tokens } = await server.board()
    const nobodys = Array.from({ length: 6 }, () => slow(server, `${path}/import`, null))
    for (const each of nobodys) {
      const [{ statusCode }] = (await once(each, 'response')) as [IncomingMessage]
      expect(statusCode).toBe(401)
    }
    for (let at = 0; at < 6; at++) slow(server, '/api/boards/import', null)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await honest(server, path, tokens.facilitator)).toBe(200)
  })

  test('take two places of an address, and leave them when their sender goes', async () => {
    const server = await httpServer()
    const { path, tokens } = await server.board()
    const [first] = [slow(server, `${path}/import`, tokens.observer), slow(server, `${path}/import`, tokens.observer)]
    await vi.waitFor(async () => expect(await honest(server, path, tokens.facilitator)).toBe(503), 5_000)
    first.destroy()
    await vi.waitFor(async () => expect(await honest(server, path, tokens.facilitator)).toBe(200), 5_000)
    // Each that was answered has left its place.
    for (let at = 0; at < 4; at++) expect(await honest(server, path, tokens.facilitator)).toBe(200)
  })
})
