import { expect, test } from 'vitest'
import { dnsResolve } from '../../server/src/webhooks/resolve.ts'
import { ask } from '../support/ask.ts'
import { filesWith } from '../support/folder-bytes.ts'
import { nameServer } from '../support/name-server.ts'
import { isSigned, receiver } from '../support/receiver.ts'
import { tellingBoard, tellingServer } from '../support/telling-server.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

test('a finished session is told once, signed, with the form as form.json has it; two who finish it at once tell it once', async () => {
  const server = await tellingServer('private')
  const board = await tellingBoard(server.origin)
  const other = await receiver()
  const secret = await board.tells(other.url)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  await board.done(board.tokens.facilitator, 'add-action', {
    id: 'the-first-action',
    moment: (await board.content()).session.shortlist.moments[0],
    text: 'Call back',
  })
  const second = await board.sit('facilitator', 'Ruth')
  expect((await board.command(board.tokens.participant, 'finish-session', { finished: true })).status).toBe(403)
  await Promise.all([
    board.finish(),
    board.done(second.token, 'finish-session', { finished: true }),
    board.done(second.token, 'finish-session', { finished: true }),
  ])
  const delivery = await board.newest(({ state }) => state === 'delivered')
  const { finished } = (await board.content()).session
  expect(delivery).toMatchObject({ event: 'session.finished', at: finished, tries: 1, trouble: null, nextAt: null })
  expect(other.received).toHaveLength(1)
  const [letter] = other.received
  if (letter === undefined) throw new Error('Nothing came.')
  expect(isSigned(letter, secret)).toBe(true)
  expect(letter.headers).toMatchObject({
    'webhook-id': delivery.id,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(letter.body.length),
  })
  expect(letter.path).toBe('/forms?from=us')
  const form = await ask(server.origin, 'GET', `/api/boards/${board.board}/form.json`, board.tokens.observer)
  const said = JSON.parse(text(letter.body))
  expect(said).toEqual({
    id: delivery.id,
    type: 'session.finished',
    timestamp: new Date(finished).toISOString(),
    data: { board: { id: board.board, title: 'The practice' }, form: form.json },
  })
  expect(said.data.form.rows[0].ACTION).toContain('Call back')
  // Nobody but the database knows the secret or the address by now.
  expect(server.logged.join()).not.toMatch(/whsec_|from=us/)
  const out = await ask(server.origin, 'GET', `/api/boards/${board.board}/board.json`, board.tokens.facilitator)
  expect(out.text + JSON.stringify((await board.hook('GET')).json)).not.toContain(secret)
  expect(out.text).not.toContain('from=us')
})

test('nothing is told that was taken back, opened again, or left by another phase before; what follows is told anew', async () => {
  const server = await tellingServer('private')
  const board = await tellingBoard(server.origin)
  const other = await receiver()
  other.answer((response) => void response.writeHead(500).end())
  await board.tells(other.url)
  await board.finish()
  await board.finish(false)
  expect((await board.content()).session).toMatchObject({ closing: null, finished: null })
  await board.finish()
  const first = await board.newest(({ tries }) => tries === 1)
  expect(first).toMatchObject({ state: 'waiting', trouble: 'The other side answered 500.' })
  expect((first.nextAt ?? 0) - (first.lastAt ?? 0)).toBeGreaterThanOrEqual(10_000)
  await board.finish(false)
  other.answer((response) => void response.writeHead(200).end('thanks'))
  // Setting the address once more tries what waits at once.
  await board.tells(other.url)
  expect(await board.newest(({ state }) => state !== 'waiting')).toMatchObject({ id: first.id, state: 'taken-back' })
  await board.finish()
  const next = await board.newest(({ state, id }) => state === 'delivered' && id !== first.id)
  expect(other.received.map(({ headers }) => headers['webhook-id'])).toEqual([first.id, next.id])
  await board.done(board.tokens.facilitator, 'move-phase', { to: 'decide' })
  expect((await board.content()).session.finished).toBeNull()
  expect((await board.command(board.tokens.facilitator, 'finish-session', { finished: true })).body).toMatchObject({
    error: { code: 'S2', message: 'A session is finished in Plan.' },
  })
})

test('each way in which the other side fails is told in a sentence, and the same words come again', async () => {
  const server = await tellingServer('private')
  const board = await tellingBoard(server.origin)
  const other = await receiver()
  const elsewhere = await receiver()
  await board.tells(other.url)
  const ways: readonly (readonly [string, Parameters<typeof other.answer>[0]])[] = [
    ['The other side answered 503.', (response) => void response.writeHead(503, { 'retry-after': '120' }).end()],
    ['The other side answered 404.', (response) => void response.writeHead(404).end('x'.repeat(300_000))],
    [
      'The other side answered 302 and pointed to another address, which is not followed. Set that one instead.',
      (response) => void response.writeHead(302, { location: elsewhere.url }).end(),
    ],
    ['The other side hung up without an answer.', (response) => void response.socket?.destroy()],
    ['The other side doesn’t answer as a web server does.', (response) => void response.socket?.end('SSH-2.0\r\n\r\n')],
  ]
  await board.hook('POST', {}, '/test')
  for (const [index, [sentence, answer]] of ways.entries()) {
    if (index === 0) other.answer(answer)
    const failed = await board.newest(({ tries }) => tries > index)
    expect(failed.tries).toBe(index + 1)
    // The first try may have come before the receiver was told how to answer it.
    if (failed.state === 'waiting') expect([index, failed.trouble]).toEqual([index, sentence])
    const next = ways[index + 1]?.[1] ?? ((response) => void response.writeHead(204).end())
    other.answer(next)
    await board.tells(other.url)
  }
  const done = await board.newest(({ state }) => state === 'delivered')
  expect(done.tries).toBe(ways.length + 1)
  expect(elsewhere.received).toEqual([])
  expect(new Set(other.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([done.id]))
  expect(new Set(other.received.map(({ body }) => text(body))).size).toBe(1)
  await other.close()
  await board.hook('POST', {}, '/test')
  expect((await board.newest(({ tries, id }) => id !== done.id && tries === 1)).trouble).toBe(
    'Nobody answers at this address.',
  )
  expect((await board.hook('POST', {}, '/test')).status).toBe(409)
})

test('only facilitators set, see, test and end it; the secret is told when it is made, and can be made anew', async () => {
  const server = await tellingServer('private')
  const board = await tellingBoard(server.origin)
  const other = await receiver()
  for (const role of ['participant', 'observer'] as const) {
    const answers = await Promise.all([
      board.hook('GET', undefined, '', board.tokens[role]),
      board.hook('PUT', { url: other.url }, '', board.tokens[role]),
      board.hook('POST', {}, '/test', board.tokens[role]),
      board.hook('POST', {}, '/secret', board.tokens[role]),
      board.hook('DELETE', undefined, '', board.tokens[role]),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  }
  expect((await board.hook('GET')).json).toMatchObject({ allowed: 'private', webhook: null, deliveries: [] })
  expect((await board.hook('POST', {}, '/test')).status).toBe(404)
  expect((await board.hook('PUT', {})).status).toBe(422)
  const both = await Promise.all([board.hook('PUT', { url: other.url }), board.hook('PUT', { url: other.url })])
  const [secret = '', ...more] = both.flatMap(({ json }) => (json.secret === null ? [] : [json.secret as string]))
  expect(more).toEqual([])
  const fresh: string = (await board.hook('POST', {}, '/secret')).json.secret
  expect(fresh).not.toBe(secret)
  expect((await board.hook('GET')).json.webhook).toEqual({ url: other.url, since: expect.any(Number) })
  await board.hook('POST', {}, '/test')
  await board.newest(({ state }) => state === 'delivered')
  const [letter] = other.received
  expect(letter !== undefined && isSigned(letter, fresh) && !isSigned(letter, secret)).toBe(true)
  expect(JSON.parse(text(letter?.body))).toMatchObject({ type: 'test', data: { form: { title: 'The practice' } } })
  expect((await board.hook('DELETE')).status).toBe(204)
  expect((await board.hook('GET')).json).toMatchObject({ webhook: null, deliveries: [] })
  await board.finish()
  await expect.poll(async () => (await board.content()).session.finished).not.toBeNull()
  expect(other.received).toHaveLength(1)
  await server.stop()
  expect([...filesWith(server.data, 'whsec_'), ...filesWith(server.data, 'from=us')]).toEqual([])
})

test('no way leads inside: not by a name that means something else later, and none at all where the host says so', async () => {
  const other = await receiver()
  const names = await nameServer((name, time) =>
    name === 'turns.example' && time > 1 ? ['127.0.0.1'] : name === 'turns.example' ? ['93.184.215.14'] : ['127.0.0.1'],
  )
  const resolve = dnsResolve([names.address])
  const careful = await tellingBoard((await tellingServer('public', resolve)).origin)
  const refused = await careful.hook('PUT', { url: `https://inner.example:${other.port}/` })
  expect([refused.status, refused.json.error.message]).toEqual([422, expect.stringMatching(/private network/)])
  expect((await careful.hook('PUT', { url: other.url })).status).toBe(422)
  expect((await careful.hook('PUT', { url: `https://turns.example:${other.port}/` })).status).toBe(200)
  await careful.hook('POST', {}, '/test')
  expect((await careful.newest(({ tries }) => tries === 1)).trouble).toMatch(/private network/)
  // Where it may go inside, it goes to the address that was looked at: the name is asked for once a try.
  const open = await tellingBoard((await tellingServer('private', resolve)).origin)
  await open.tells(`http://inner.example:${other.port}/`)
  const before = names.asked.length
  await open.hook('POST', {}, '/test')
  await open.newest(({ state }) => state === 'delivered')
  expect(names.asked.length - before).toBe(2)
  expect(other.received).toHaveLength(1)
  expect(other.received[0]?.headers.host).toBe(`inner.example:${other.port}`)
  const none = await tellingBoard((await tellingServer('off')).origin)
  expect((await none.hook('PUT', { url: 'https://example.org/' })).json.error.message).toMatch(/switched webhooks off/)
  expect((await none.hook('GET')).json.allowed).toBe('off')
})

test('whoever lets everybody wait keeps no first try waiting', async () => {
  const { origin } = await tellingServer('private')
  const [silent, other] = [await receiver(), await receiver()]
  const board = async (title: string) => {
    const { id, tokens } = (await ask(origin, 'POST', '/api/boards', null, { title })).json
    const hook = (method: string, part = '', body?: unknown) =>
      ask(origin, method, `/api/boards/${id}/webhook${part}`, tokens.facilitator, body)
    const state = async () => (await hook('GET')).json.deliveries[0] as { state: string; tries: number }
    return { hook, state }
  }
  silent.answer((response) => void response.writeHead(503, { 'retry-after': '3600' }).end())
  const boards = await Promise.all(Array.from({ length: 16 }, (_none, at) => board(`Nobody answers ${at}`)))
  for (const { hook } of boards) {
    await hook('PUT', '', { url: silent.url })
    await hook('POST', '/test', {})
  }
  for (const { state } of boards) await expect.poll(state, { timeout: 10_000 }).toMatchObject({ tries: 1 })
  silent.answer(() => undefined)
  // Each is tried again now, and waits for its answer as long as it may.
  for (const { hook } of boards) await hook('PUT', '', { url: silent.url })
  const quick = await board('The practice')
  await quick.hook('PUT', '', { url: other.url })
  await quick.hook('POST', '/test', {})
  await expect.poll(quick.state, { timeout: 30_000 }).toMatchObject({ state: 'delivered' })
  const waiting = await Promise.all(boards.map(({ state }) => state()))
  expect(waiting.filter(({ tries }) => tries > 1)).toEqual([])
})
