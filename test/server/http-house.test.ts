import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import { httpServer, httpWithStandIn } from '../support/http-server.ts'

test('commands go to the room with the seat’s proof, and its answers come back as statuses', async () => {
  const { ask, board, rooms } = await httpWithStandIn()
  const { path, tokens } = await board()
  const send = (body: unknown) => ask('POST', `${path}/commands`, tokens.facilitator, body)
  rooms.answer = { state: 'done', value: 7 }
  const done = await send({ name: 'move-phase', args: { to: 'post' }, id: 'command-one' })
  expect(done).toMatchObject({ status: 200, json: { id: 'command-one', ok: true, value: 7 } })
  expect(rooms.commands[0]).toMatchObject({
    bearer: { token: tokens.facilitator, actor: { role: 'facilitator' } },
    request: { id: 'command-one', name: 'move-phase', args: { to: 'post' } },
  })
  expect((await send({ name: 'ring-bell' })).json.id).toMatch(/^[a-z2-9]{12}$/)
  rooms.answer = { state: 'refused', rule: 'S3', reason: 'Write the why first.' }
  expect(await send({ name: 'move-phase' })).toMatchObject({
    status: 403,
    json: { error: { code: 'S3', message: 'Write the why first.' } },
  })
  rooms.answer = { state: 'unfit', reason: 'There is no such command.' }
  expect(await send({ name: 'fly' })).toMatchObject({ status: 422, json: { error: { code: 'bad-arguments' } } })
  expect((await send({ id: 'no name' })).status).toBe(422)
  rooms.answer = new StorageFault('not-saved', null, 'disk full')
  const failed = await send({ name: 'move-phase' })
  expect(failed).toMatchObject({ status: 503, json: { error: { code: 'not-saved' } } })
  expect(failed.text).not.toContain('disk full')
})

test('forms and boards are files with a name in any script', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board({ title: 'Café “Ünïque”', template: 'shop' })
  const csv = await ask('GET', `${path}/form.csv?rows=all`, tokens.observer)
  expect(csv.status).toBe(200)
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="form.csv"; filename\*=UTF-8''Caf%C3%A9/,
  )
  expect(csv.text.split('\r\n')[0]).toBe('MOMENT OF TRUTH,DESCRIPTION,ISSUE/PROBLEM,RANKING,ACTION')
  expect(csv.text).toContain('Store first impressions')
  expect((await ask('GET', `${path}/form.md?order=shortlist`, tokens.observer)).text).toContain('MOMENT OF TRUTH')
  expect((await ask('GET', `${path}/form.json`, tokens.observer)).json).toBeTruthy()
  expect((await ask('GET', `${path}/board.json`, tokens.observer)).json.board.moments).toHaveLength(3)
  const docx = await ask('GET', `${path}/form.docx`, tokens.observer)
  expect(docx.headers.get('content-type')).toContain('wordprocessingml')
  expect(docx.text.startsWith('PK')).toBe(true)
  const pdf = await ask('GET', `${path}/form.pdf?rows=blank`, tokens.observer)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.text.startsWith('%PDF-1.7')).toBe(true)
  expect(pdf.headers.get('x-signs-not-drawn')).toBeNull()
  const ethiopic = { name: 'set-session', args: { title: 'ጤና' } }
  await ask('POST', `${path}/commands`, tokens.facilitator, ethiopic)
  const lacking = await ask('GET', `${path}/form.pdf?rows=blank`, tokens.observer)
  expect(decodeURIComponent(lacking.headers.get('x-signs-not-drawn') ?? '')).toBe('ጤና')
  const blank = await ask('GET', `${path}/form.md?rows=blank`, tokens.observer)
  expect(blank.text).toContain('By website broadcast')
  expect(blank.text).not.toContain('Store first impressions')
  expect(await ask('GET', `${path}/form.csv?rows=blank`, tokens.observer)).toMatchObject({
    status: 422,
    json: {
      error: { message: 'The blank form is for paper. Ask for form.docx, form.pdf, form.xlsx, form.html or form.md.' },
    },
  })
})

test('what no exporter writes isn’t there, what isn’t there yet is said, and a strange wish is refused', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const xlsx = await ask('GET', `${path}/form.xlsx`, tokens.observer)
  expect(xlsx.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/u)
  expect((await ask('GET', '/api/schema/form.json')).text).toContain('json-schema.org')
  for (const name of ['actions.ics', 'actions-trello.csv'])
    expect(await ask('GET', `${path}/${name}`, tokens.observer)).toMatchObject({ status: 409 })
  expect((await ask('GET', `${path}/form.exe`, tokens.observer)).status).toBe(404)
  expect((await ask('GET', `${path}/form.csv`)).status).toBe(401)
  expect(await ask('GET', `${path}/next-session.ics`, tokens.observer)).toMatchObject({ status: 409 })
  const strange = await ask('GET', `${path}/form.csv?order=size`, tokens.observer)
  expect(strange).toMatchObject({ status: 422, json: { error: { message: '“order” is timeline or shortlist.' } } })
})

test('the client’s pages and assets', async () => {
  const { ask } = await httpServer()
  for (const path of ['/', '/b/abcdefghijkm']) {
    const page = await ask('GET', path)
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<title>Momentous') })
    expect(page.headers.get('cache-control')).toBe('no-cache')
  }
  const asset = await ask('GET', '/assets/app-1a2b3c.js')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await ask('GET', '/assets/gone.js')).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } })
  expect((await ask('GET', '/..%2f..%2fetc/passwd')).status).toBeGreaterThanOrEqual(400)
})

test('headers: strict, and nothing that plain http in the office can’t keep', async () => {
  const plain = (await (await httpServer()).ask('GET', '/')).headers
  const policy = plain.get('content-security-policy') ?? ''
  expect(policy).toContain(`default-src 'self'`)
  expect(policy).toContain(`frame-ancestors 'none'`)
  expect(policy).not.toMatch(/unsafe|upgrade-insecure|data:|blob:/)
  expect(plain.get('referrer-policy')).toBe('no-referrer')
  expect(plain.get('strict-transport-security')).toBeNull()
  expect(plain.get('x-content-type-options')).toBe('nosniff')
  expect(plain.get('x-frame-options')).toBe('DENY')
  expect(plain.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(plain.get('permissions-policy')).toContain('camera=()')
  const secure = (await (await httpServer({ publicUrl: 'https://b.example' })).ask('GET', '/')).headers
  expect(secure.get('strict-transport-security')).toContain('max-age')
  expect(secure.get('content-security-policy')).toMatch(
    /connect-src 'self' wss:\/\/b\.example;.*upgrade-insecure-requests/,
  )
})

test('health, readiness and metrics, without a board or a person', async () => {
  const { ask, board, rooms } = await httpWithStandIn()
  const { id, path, tokens } = await board()
  await ask('POST', `${path}/seats`, tokens.participant, { name: 'Ann' })
  expect((await ask('GET', '/healthz')).status).toBe(200)
  expect((await ask('GET', '/readyz')).status).toBe(200)
  const { text, headers } = await ask('GET', '/metrics')
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0.0.4/)
  expect(text).toContain(`momentous_peers ${rooms.load().peers}\n`)
  expect(text).not.toMatch(new RegExp(`${id}|Ann`))
})

test('errors are sentences, whoever makes them', async () => {
  const { ask, origin } = await httpServer()
  const type = { 'content-type': 'application/json' }
  const broken = await fetch(`${origin}/api/boards`, { method: 'POST', headers: type, body: '{' })
  expect([broken.status, await broken.json()]).toEqual([
    400,
    { error: { code: 'bad-request', message: 'The body has to be JSON.' } },
  ])
  const large = await ask('POST', '/api/boards', null, { title: 'x'.repeat(300_000) })
  expect(large).toMatchObject({ status: 413, json: { error: { code: 'too-large' } } })
  const text = await fetch(`${origin}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: '<a/>',
  })
  expect(text.status).toBe(415)
  expect(await ask('GET', '/api/nothing')).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } })
})

test('a flood of new boards is stopped, a workshop is not', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const joins = await Promise.all(
    Array.from({ length: 60 }, () => ask('POST', `${path}/seats`, tokens.participant, {})),
  )
  expect(joins.every(({ status }) => status === 201)).toBe(true)
  const make = () => ask('POST', '/api/boards', null, { title: 'x' })
  let stopped: Awaited<ReturnType<typeof make>> | undefined
  for (let made = 0; stopped === undefined && made < 1300; made += 50) {
    const boards = await Promise.all(Array.from({ length: 50 }, make))
    stopped = boards.find(({ status }) => status === 429)
  }
  expect(stopped?.json.error).toEqual({ code: 'too-many', message: expect.stringMatching(/Wait a minute/) })
})

test('sockets go to the rooms, unless a page of another site asks for them', async () => {
  const { port, rooms } = await httpWithStandIn({ origins: ['https://friend.example'] })
  const upgrade = async (path: string, origin: string | null): Promise<string> => {
    const socket = connect(port, '127.0.0.1')
    const headers = ['Connection: Upgrade', 'Upgrade: websocket', `Host: 127.0.0.1:${port}`]
    if (origin !== null) headers.push(`Origin: ${origin}`)
    socket.write(`GET ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
    let answer = ''
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
    await once(socket, 'close')
    return answer.split('\r\n')[0] ?? ''
  }
  expect(await upgrade('/sync/one', `http://127.0.0.1:${port}`)).toBe('')
  expect(await upgrade('/sync/two', null)).toBe('')
  expect(await upgrade('/sync/three', 'https://friend.example')).toBe('')
  expect(await upgrade('/sync/four', 'https://evil.example')).toBe('HTTP/1.1 403 Forbidden')
  expect(await upgrade('/sync/five', 'null')).toBe('HTTP/1.1 403 Forbidden')
  expect(await upgrade('/elsewhere', null)).toBe('HTTP/1.1 404 Not Found')
  expect(rooms.upgrades).toEqual(['/sync/one', '/sync/two', '/sync/three'])
})

test('nothing that is logged holds a token, a name, a body or a query', async () => {
  const { ask, board, logged } = await httpServer()
  const { id, path, tokens } = await board({ title: 'SECRET TITLE' })
  const ann = await ask('POST', `${path}/seats`, tokens.participant, { name: 'SECRET NAME' })
  await ask('GET', `${path}/form.csv?order=SECRETQUERY`, ann.json.token)
  await ask('GET', `/api/SECRETPATH/${tokens.observer}`)
  expect(logged.length).toBeGreaterThan(3)
  expect(logged.join('')).toContain('/api/boards/:id/seats')
  for (const secret of [...Object.values(tokens), ann.json.token, id, 'SECRET'])
    expect(logged.join('')).not.toContain(secret)
})
