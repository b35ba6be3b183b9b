import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import { rawClient } from '../support/raw-client.ts'
import { buildSession, newCommandId, newRecordId } from '../support/session-builder.ts'

/** The first line and all headers of whatever is asked for, as it stands: nothing tidies the path up. */
function ask(origin: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = connect(Number(new URL(origin).port), '127.0.0.1')
    let answer = ''
    line.setTimeout(3000, () => line.destroy())
    line.on('data', (data) => (answer += data.toString('latin1')))
    line.on('close', () => resolve(answer))
    line.on('error', reject)
    line.write([...lines, 'Host: 127.0.0.1', 'Connection: close', '\r\n'].join('\r\n'))
  })
}

const upgrade = (path: string, ...more: readonly string[]) => [
  `GET ${path} HTTP/1.1`,
  ...more,
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]

test('tokens of another board, renewed tokens and an observer’s do nothing over HTTP (L1, S4)', async () => {
  const { origin } = await liveServer()
  const [session, other] = [await buildSession(origin), await buildSession(origin)]
  const ann = await session.sit('participant', 'Ann')
  const keep = { id: newRecordId(), text: 'Mine' }
  await session.go('choose')
  expect((await session.command(other.tokens.facilitator, 'move-phase', { to: 'lobby' })).status).toBe(403)
  for (const name of ['keep-moment', 'move-phase', 'cast-ballot', 'be-ready', 'set-door', 'ring-bell']) {
    const args = { ...keep, to: 'lobby', round: 1, dots: {}, ready: true, open: false }
    expect((await session.command(session.tokens.observer, name, args)).status).toBe(403)
  }
  // A link alone has no ballot, and nobody has two.
  expect((await session.command(session.tokens.participant, 'cast-ballot', { round: 1, dots: {} })).status).toBe(403)
  for (const method of ['DELETE', 'GET'] as const) {
    const path = method === 'GET' ? '/links' : ''
    const headers = { authorization: `Bearer ${ann.token}` }
    expect((await fetch(`${origin}/api/boards/${session.board}${path}`, { method, headers })).status).toBe(403)
  }
  await session.done(session.tokens.facilitator, 'remove-seat', { seat: ann.id })
  expect((await session.command(ann.token, 'keep-moment', keep)).status).toBe(410)
})

test('a command’s id that somebody else used says nothing and stops nobody', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('choose')
  const [ann, eve] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Eve')]
  const id = newCommandId()
  const mine = { round: 1, dots: { [(await session.content()).moments[0].id]: 2 } }
  expect((await session.command(ann.token, 'cast-ballot', mine, id)).status).toBe(200)
  const again = await session.command(eve.token, 'cast-ballot', { round: 1, dots: {} }, id)
  expect(again.body).toEqual({ id, ok: true })
  const client = await session.join(ann.token)
  expect((await client.frame(71)).fields.dots).toEqual(mine.dots)
})

describe('paths and origins:', () => {
  test('nothing outside the pages is served, and nothing but a board’s id opens a socket', async () => {
    const { origin } = await liveServer()
    const { board, tokens } = await buildSession(origin)
    for (const path of [
      '/../data/momentous.db',
      '/..%2fdata%2fmomentous.db',
      '/assets/..%5c..%5cdata%5cmomentous.db',
      '/b/../../data/momentous.db',
      '//data/momentous.db',
      '/%00',
    ]) {
      const answer = await ask(origin, [`GET ${path} HTTP/1.1`])
      expect(answer).not.toContain('SQLite format')
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/)
    }
    for (const id of [`${board}?token=${tokens.facilitator}`, `${board}/`, 'constructor', '%2e%2e']) {
      const client = rawClient(origin, id, tokens.facilitator)
      expect([4404, 1006]).toContain(await client.closed)
      expect(client.frames).toEqual([])
    }
  })

  test('pages of other sites get no socket and may read nothing', async () => {
    const { origin, logged } = await liveServer()
    const { board, tokens } = await buildSession(origin)
    const cap = `Sec-WebSocket-Protocol: momentous.v1, cap.${tokens.facilitator}`
    for (const foreign of ['http://evil.example', 'null', `${origin}.evil.example`, 'file://', '']) {
      const answer = await ask(origin, upgrade(`/sync/${board}`, cap, 'Connection: Upgrade', `Origin: ${foreign}`))
      expect(answer.split('\r\n')[0]).toMatch(/403/)
    }
    const preflight = await fetch(`${origin}/api/boards/${board}`, {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'DELETE' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    const read = await fetch(`${origin}/api/boards/${board}`, {
      headers: { authorization: `Bearer ${tokens.facilitator}`, origin: 'http://evil.example' },
    })
    expect(read.headers.get('access-control-allow-origin')).toBeNull()
    expect(read.headers.get('referrer-policy')).toBe('no-referrer')
    expect(read.headers.get('cache-control')).toBe('no-store')
    for (const token of Object.values(tokens)) expect(logged.join('')).not.toContain(token)
  })

  test('a body that is nested without end, or names what every object has, is an answer and not a crash', async () => {
    const { origin } = await liveServer()
    const { board, tokens } = await buildSession(origin)
    const send = (body: string) =>
      fetch(`${origin}/api/boards/${board}/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens.facilitator}`, 'content-type': 'application/json' },
        body,
      })
    for (const body of [
      `{"name":"set-timer","args":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      '{"name":"set-timer","args":{"__proto__":{"title":"x"}}}',
      '{"name":"constructor","args":{}}',
      '{"name":"__proto__","args":{}}',
      '{"name":"set-timer","args":{"seconds":1e999}}',
      '{"name":"cast-ballot","args":{"round":1,"dots":{"constructor":1}}}',
    ]) {
      expect((await send(body)).status).toBeGreaterThanOrEqual(400)
      expect((await send(body)).status).toBeLessThan(500)
    }
  })
})
