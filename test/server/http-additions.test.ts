import { createHash } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { httpServer, type HttpServer } from '../support/http-server.ts'
import { pngHeader } from '../support/image-headers.ts'

const bytesAt = async ({ origin }: HttpServer, path: string, token: string) =>
  new Uint8Array(await (await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer())

async function send(server: HttpServer, path: string, token: string, file: Uint8Array | string) {
  const body = typeof file === 'string' ? file : new Uint8Array(file)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }
  const response = await fetch(server.origin + path, { method: 'POST', headers, body })
  return { status: response.status, json: await response.json() }
}

type Standing = { text: string; removed: boolean; order: string }
async function line(server: HttpServer, path: string, token: string): Promise<string[]> {
  const { moments } = (await server.ask('GET', path, token)).json.board as { moments: Standing[] }
  const standing = moments.filter(({ removed }) => !removed)
  return standing.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ text }) => text)
}

test('a board’s file comes onto a living board: told first, then all at once, twice if asked twice, and back again', async () => {
  const server = await httpServer()
  const shop = await server.board({ template: 'shop' })
  const dentist = await server.board({ template: 'dentist' })
  const file = await bytesAt(server, `${shop.path}/board.json`, shop.tokens.observer)
  const { path, tokens } = dentist
  const before = await line(server, path, tokens.observer)

  const preview = await send(server, `${path}/import/board?preview=true`, tokens.facilitator, file)
  expect(preview).toMatchObject({
    status: 200,
    json: {
      title: 'The shop',
      counts: { moments: 3, assessments: 1, rankings: 1, actions: 1, ideas: 0 },
      first: ['Store first impressions', 'Asks somebody on the floor for help', 'Pays at the till'],
      twins: 0,
      left: [],
      taken: null,
    },
  })
  expect(await line(server, path, tokens.observer)).toEqual(before)
  for (const token of [tokens.participant, tokens.observer])
    expect((await send(server, `${path}/import/board`, token, file)).status).toBe(403)

  const once = await send(server, `${path}/import/board`, tokens.facilitator, file)
  expect(await line(server, path, tokens.observer)).toEqual([...before, ...preview.json.first])
  const again = await send(server, `${path}/import/board?preview=true`, tokens.facilitator, file)
  expect(again.json.twins).toBe(3)
  await send(server, `${path}/import/board`, tokens.facilitator, file)
  expect(await line(server, path, tokens.observer)).toHaveLength(16)

  const back = `${path}/additions/${once.json.taken}`
  expect((await server.ask('DELETE', back, tokens.participant)).status).toBe(403)
  expect(await server.ask('DELETE', back, tokens.facilitator)).toMatchObject({
    status: 200,
    json: { gone: 4, kept: 0 },
  })
  expect(await line(server, path, tokens.observer)).toEqual([...before, ...preview.json.first])
  expect((await server.ask('DELETE', `${path}/additions/12345-0-999`, tokens.facilitator)).status).toBe(409)
  expect((await server.ask('DELETE', `${path}/additions/all-of-it`, tokens.facilitator)).status).toBe(404)
})

test('two who bring the same at once bring its own contact types once', async () => {
  const server = await httpServer()
  const { path, tokens } = await server.board()
  const session = { channels: [{ id: 'own-letterbox', label: 'Letter', letter: 'L' }] }
  const moments = [{ id: 'moment-of-a-file', text: 'Opens the letter', channel: 'own-letterbox', order: 'a0V' }]
  const file = JSON.stringify({ format: 'momentous-board', version: 1, board: { session, moments } })
  const bring = () => send(server, `${path}/import/board`, tokens.facilitator, file)
  expect((await Promise.all([bring(), bring()])).map(({ status }) => status)).toEqual([200, 200])
  const { board } = (await server.ask('GET', `${path}/board.json`, tokens.observer)).json
  expect(board.session.channels).toMatchObject([{ label: 'Letter', letter: 'L' }])
  const [{ id }] = board.session.channels
  const brought = (board.moments as { text: string; channel: string }[]).filter(({ text }) => text !== '')
  expect(brought.map(({ channel }) => channel)).toEqual([id, id])
})

test('what can’t come is refused in a sentence, and nothing has changed', async () => {
  const server = await httpServer()
  const { path, tokens } = await server.board({ template: 'shop' })
  const before = await line(server, path, tokens.observer)
  const board = (version: number, content: object) =>
    JSON.stringify({ format: 'momentous-board', version, board: content })
  const stages = Array.from({ length: 30 }, (_none, at) => ({
    id: `stage-${1000 + at}`,
    title: `Part ${at}`,
    order: `a${at}V`,
  }))
  const full = board(1, { session: {}, stages })
  expect(await send(server, `${path}/import/board`, tokens.facilitator, full)).toMatchObject({ status: 200 })
  const refused = [full, board(2, { session: {} }), '{"format": "something"}', '<!doctype html>', full.slice(0, 90)]
  const answers = await Promise.all(
    refused.slice(0, 2).map((file) => send(server, `${path}/import/board`, tokens.facilitator, file)),
  )
  for (const file of refused.slice(2))
    answers.push(await send(server, `${path}/import/board`, tokens.facilitator, file))
  expect(answers.map(({ status, json }) => [status, json.error.message])).toEqual([
    [
      422,
      'A board holds 50 stages. This one has 30, those in its bin included, and the file brings 30. Nothing was added.',
    ],
    [422, 'This board was saved by a newer Momentous. Update this one, then open the file again.'],
    [422, 'This file is no Momentous board. Choose a .json file that was saved from a board.'],
    [422, 'This page holds no board. Choose one that was saved from a board.'],
    [422, expect.stringMatching(/^This file is no complete JSON/u)],
  ])
  expect(await line(server, path, tokens.observer)).toEqual(before)
})

test('the page to keep brings its pictures along; a bare file says that they stay away', async () => {
  const server = await httpServer()
  const from = await server.board()
  const picture = createCanvas(40, 30).toBuffer('image/png')
  const hash = createHash('sha256').update(picture).digest('hex')
  const put = await fetch(`${server.origin}${from.path}/images/${hash}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${from.tokens.facilitator}`, 'content-type': 'image/png' },
    body: new Uint8Array(picture),
  })
  expect(put.status).toBe(204)
  const shape = { id: 'a-picture-here', kind: 'image', place: [0, 400, 40, 30], image: { hash, w: 40, h: 30 } }
  const facts = { words: '', tint: 'ink', locked: false }
  const args = { ...shape, ...facts }
  expect(
    await server.ask('POST', `${from.path}/commands`, from.tokens.facilitator, { name: 'add-shape', args }),
  ).toMatchObject({ status: 200 })
  const [page, json] = await Promise.all(
    ['html', 'json'].map((kind) => bytesAt(server, `${from.path}/board.${kind}`, from.tokens.observer)),
  )
  if (!page || !json) throw new Error('There are two files.')

  const to = await server.board()
  const bare = await send(server, `${to.path}/import/board`, to.tokens.facilitator, json)
  expect(bare.json).toMatchObject({
    counts: { images: 0 },
    left: ['1 picture: the file doesn’t hold it.'],
    taken: null,
  })
  const whole = await send(server, `${to.path}/import/board`, to.tokens.facilitator, page)
  expect(whole.json).toMatchObject({ counts: { images: 1 }, left: [] })
  expect(await bytesAt(server, `${to.path}/images/${hash}`, to.tokens.observer)).toEqual(new Uint8Array(picture))
  // As a new board, too.
  const made = await send(server, '/api/boards/import', '', page)
  expect(made.status).toBe(201)
  expect(await bytesAt(server, `/api/boards/${made.json.id}/images/${hash}`, made.json.tokens.observer)).toEqual(
    new Uint8Array(picture),
  )
})

test('a page with more pictures than a board may have becomes no board', async () => {
  const server = await httpServer()
  const made = Array.from({ length: 401 }, (_none, at) => {
    const bytes = Buffer.concat([pngHeader(8, 8), Buffer.from(`${at}`)])
    return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
  })
  const shapes = made.map(({ hash }, at) => ({
    ...{ id: `a-picture-${1000 + at}`, kind: 'image', place: [0, 400, 40, 30], image: { hash, w: 8, h: 8 } },
    ...{ words: '', tint: 'ink', locked: false },
  }))
  const data = JSON.stringify({ format: 'momentous-board', version: 1, board: { session: {}, shapes } })
  const sources = made.map(({ bytes }) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`)
  const page = `<!doctype html>${sources.join('')}<script type="application/json" id="momentous-board">${data}</script>`
  expect(await send(server, '/api/boards/import', '', page)).toMatchObject({
    status: 422,
    json: { error: { message: 'This page holds 401 pictures, and a board at most 400.' } },
  })
})
