import { zipSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../support/ask.ts'
import { sharedHttpServer, type HttpServer } from '../support/http-server.ts'

const shared = sharedHttpServer()

type Brought = Pick<Answer, 'status' | 'json'>

const types = {
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

async function bring(
  { origin }: HttpServer,
  path: string,
  token: string | null,
  file: string | Uint8Array,
  type: keyof typeof types = 'csv',
): Promise<Brought> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': types[type], ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file),
  })
  return { status: response.status, json: await response.json() }
}

const fetched = async ({ origin }: HttpServer, path: string, token: string) =>
  new Uint8Array(await (await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer())
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a form that was edited elsewhere', () => {
  test('comes back: what the file has changed is told first, then done, and S6 keeps it for the facilitator', async () => {
    const server = shared()
    const { path, tokens } = await server.board({ template: 'shop' })
    const out = textOf(await fetched(server, `${path}/form.csv?sheet=extended&rows=all`, tokens.facilitator))
    const edited = out.replace('Pays at the till', 'Pays without a queue') + 'A new moment\r\n'
    const preview = await bring(server, `${path}/import?preview=true`, tokens.facilitator, edited)
    expect(preview).toMatchObject({
      status: 200,
      json: {
        rows: 4,
        conflicts: [],
        changes: [
          { row: 4, column: 'MOMENT OF TRUTH', board: 'Pays at the till', file: 'Pays without a queue' },
          { row: 5, column: null, file: 'A new moment' },
        ],
      },
    })
    const words = async () =>
      (await server.ask('GET', path, tokens.observer)).json.board.moments.map(({ text }: { text: string }) => text)
    expect(await words()).toContain('Pays at the till')
    expect(await bring(server, `${path}/import`, tokens.participant, edited)).toMatchObject({
      status: 403,
      json: { error: { code: 'S6' } },
    })
    expect(await bring(server, `${path}/import`, tokens.facilitator, edited)).toMatchObject({ status: 200 })
    expect((await words()).toSorted()).toEqual([
      'A new moment',
      'Asks somebody on the floor for help',
      'Pays without a queue',
      'Store first impressions',
    ])
    expect(await bring(server, `${path}/import`, tokens.facilitator, edited)).toMatchObject({ json: { changed: 0 } })
  })

  test('meets a board that went on: what both have changed is listed, and taken as somebody says', async () => {
    const server = shared()
    const { path, tokens } = await server.board({ template: 'shop' })
    const out = textOf(await fetched(server, `${path}/form.csv?sheet=extended&rows=all`, tokens.facilitator))
    const { moments } = (await server.ask('GET', path, tokens.observer)).json.board
    const { id } = moments.find(({ text }: { text: string }) => text === 'Pays at the till')
    const edit = { root: 'moments', id, key: 'text', index: 0, remove: 4, insert: 'Waits to pay' }
    await server.ask('POST', `${path}/commands`, tokens.facilitator, { name: 'edit-text', args: edit })
    const edited = out.replace('Pays at the till', 'Pays without a queue')
    const { json } = await bring(server, `${path}/import`, tokens.facilitator, edited)
    expect(json).toMatchObject({
      changed: 0,
      conflicts: [{ row: 4, board: 'Waits to pay at the till', file: 'Pays without a queue' }],
    })
    expect(await bring(server, `${path}/import?conflicts=both`, tokens.facilitator, edited)).toMatchObject({
      json: { changed: 1, conflicts: [] },
    })
    const now = (await server.ask('GET', path, tokens.observer)).json.board.moments
    expect(now.find((each: { id: string }) => each.id === id).text).toBe(
      'Waits to pay at the till\nPays without a queue',
    )
  })

  test('moves and bins nothing by itself, and does both when it is told to; a page comes back as well', async () => {
    const server = shared()
    const { path, tokens } = await server.board({ template: 'shop' })
    const out = textOf(await fetched(server, `${path}/form.html?rows=all`, tokens.facilitator))
    const words = async () => {
      const { rows } = JSON.parse(textOf(await fetched(server, `${path}/form.json?rows=all`, tokens.facilitator)))
      return rows.map((row: Record<string, string>) => row['MOMENT OF TRUTH'])
    }
    const before = await words()
    const [first = '', second = '', third = ''] = out.match(/<tr data-id.*<\/tr>/gu) ?? []
    const edited = out
      .replace(first, '')
      .replace(third, third + second)
      .replace(second, '')
    const left = await bring(server, `${path}/import`, tokens.facilitator, edited, 'html')
    expect(left).toMatchObject({
      status: 200,
      json: { changed: 0, missing: [{ moment: before[0], wasThere: true }], order: { boardToo: false, refusal: null } },
    })
    expect(left.json.order.moved).toHaveLength(1)
    expect(await words()).toEqual(before)
    const taken = await bring(server, `${path}/import?missing=bin&order=file`, tokens.facilitator, edited, 'html')
    expect(taken).toMatchObject({ status: 200, json: { changed: 2, missing: [], order: null } })
    expect(await words()).toEqual([before[2], before[1]])
    const wrong = await bring(server, `${path}/import?order=mine`, tokens.facilitator, edited, 'html')
    expect(wrong.json.error.message).toBe('“order” is board or file.')
  })

  test('says of columns that nobody knows what they are, and takes them as it is told; signs that nobody can see stay out', async () => {
    const server = shared()
    const { path, tokens } = await server.board()
    const file = 'Berührungspunkt;Beschreibung\r\nDie Tür;Sie klemmt\r\n'
    const { json } = await bring(server, `${path}/import?preview=true`, tokens.facilitator, file)
    expect(json).toMatchObject({ unknown: ['Berührungspunkt', 'Beschreibung'] })
    const columns = encodeURIComponent(
      JSON.stringify({ Berührungspunkt: 'MOMENT OF TRUTH', Beschreibung: 'DESCRIPTION' }),
    )
    const taken = await bring(server, `${path}/import?preview=true&columns=${columns}`, tokens.facilitator, file)
    expect(taken.json).toMatchObject({ unknown: [], changes: [{ file: 'Die Tür' }] })
    const wrong = await bring(server, `${path}/import?columns=%7B%22a%22%3A%22COLOUR%22%7D`, tokens.facilitator, file)
    expect(wrong).toMatchObject({ status: 422, json: { error: { message: 'That is no column of the form.' } } })
    const broken = `MOMENT OF TRUTH\r\n"bell \x07 and ${'\ud83d'} half"\r\n`
    expect(await bring(server, `${path}/import`, tokens.facilitator, broken)).toMatchObject({ status: 200 })
    const { moments } = (await server.ask('GET', path, tokens.observer)).json.board
    expect(moments.map(({ text }: { text: string }) => text)).toEqual(['bell  and \ufffd half'])
  })
})

describe('a board’s file', () => {
  test('becomes a new board with links of its own, and says the same as the old one', async () => {
    const server = shared()
    const { path, tokens } = await server.board({ template: 'shop' })
    const file = await fetched(server, `${path}/board.json`, tokens.facilitator)
    const { status, json } = await bring(server, '/api/boards/import', null, file, 'json')
    expect([status, json.title]).toEqual([201, 'The shop'])
    const again = await fetched(server, `/api/boards/${json.id}/board.json`, json.tokens.facilitator)
    const byId = (bytes: Uint8Array) => {
      const { board } = JSON.parse(textOf(bytes))
      return {
        ...board,
        moments: board.moments.toSorted((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)),
      }
    }
    expect(byId(again)).toEqual(byId(file))
    const page = await fetched(server, `${path}/board.html`, tokens.facilitator)
    const kept = await bring(server, '/api/boards/import', null, page, 'html')
    expect([kept.status, kept.json.title]).toEqual([201, 'The shop'])
    expect(await bring(server, '/api/boards/import', null, '<!doctype html>', 'html')).toMatchObject({
      json: { error: { message: expect.stringMatching(/holds no board/u) } },
    })
    expect(await bring(server, '/api/boards/import', null, file.subarray(0, 700), 'json')).toMatchObject({
      status: 422,
      json: { error: { message: expect.stringMatching(/complete JSON/u) } },
    })
  })
})

/** A workbook whose one part unpacks to a thousand times its size, while its table of contents says eight bytes. */
function bomb(): Uint8Array {
  const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 1 })
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = zip.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 8, true)
  }
  return zip
}

const workbook = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))
const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>`
const deep = `<document>${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</document>`

test('what is no form is refused with a sentence and its place, and nothing on the board is another', async () => {
  const server = shared()
  const { path, tokens } = await server.board({ template: 'shop' })
  const before = (await server.ask('GET', path, tokens.observer)).json
  const docx = await fetched(server, `${path}/form.docx`, tokens.facilitator)
  const cases: readonly [keyof typeof types, string | Uint8Array, RegExp][] = [
    ['csv', '', /^No column of this file is headed MOMENT OF TRUTH/u],
    ['csv', 'MOMENT OF TRUTH,ACTION\r\nThe door,"opens\r\n', /^Line 2: a quote is opened/u],
    ['csv', `MOMENT OF TRUTH\r\n${'x'.repeat(40_000)}\r\n`, /^Row 2, column 1: this cell is longer/u],
    ['csv', `MOMENT OF TRUTH\r\n${'The door\r\n'.repeat(700_000)}`, /more than 5000 rows/u],
    ['csv', `MOMENT OF TRUTH${',x'.repeat(200)}\r\n`, /^Row 1 has 201 columns/u],
    ['csv', new Uint8Array([0, 1, 2, 0]), /no text/u],
    [
      'json',
      '{"format":"momentous-form","version":1,"headings":["MOMENT OF TRUTH"],"rows":[{"MOMENT OF TRUTH":[]}]}',
      /^Row 1: “MOMENT OF TRUTH”/u,
    ],
    ['json', '['.repeat(100_000), /nested too deep/u],
    ['json', '{"format":\n"momentous-form",\nrows', /line 3/u],
    ['docx', docx.subarray(0, docx.length / 2), /damaged/u],
    ['docx', workbook({ 'word/document.xml': deep }), /nested too deep/u],
    ['xlsx', bomb(), /unpacks to more/u],
    [
      'xlsx',
      workbook({ 'xl/workbook.xml': laughs, 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
      /declares entities/u,
    ],
    ['xlsx', 'PK no zip at all', /damaged/u],
  ]
  for (const [type, file, sentence] of cases) {
    const { status, json } = await bring(server, `${path}/import`, tokens.facilitator, file, type)
    expect([status, json.error?.message]).toEqual([422, expect.stringMatching(sentence)])
    expect(json.error.message).toMatch(/^[A-Z].*\.$/u)
  }
  const large = await bring(server, `${path}/import`, tokens.facilitator, new Uint8Array(9 * 1024 * 1024))
  expect(large).toMatchObject({ status: 413 })
  expect((await server.ask('GET', path, tokens.observer)).json).toEqual(before)
  expect(process.memoryUsage().rss).toBeLessThan(1_500_000_000)
})
