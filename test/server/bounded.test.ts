import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import { httpServer } from '../support/http-server.ts'
import { liveServer } from '../support/live-server.ts'
import { goodbye } from '../support/raw-goodbye.ts'
import { buildSession } from '../support/session-builder.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('a workshop behind one address', () => {
  test('of 250 people comes in at once: everybody has a seat and a socket, and the facilitator too', async () => {
    const session = await buildSession((await liveServer()).origin)
    const seats = await Promise.all(Array.from({ length: 250 }, (_, at) => session.sit('participant', `Person ${at}`)))
    const sockets = seats.map(({ token }) => goodbye(session, token))
    const ends: unknown[] = []
    for (const { closed } of sockets) void closed.then((end) => ends.push(end))
    await Promise.race([Promise.all(sockets.map(({ open }) => open)), ...sockets.map(({ closed }) => closed)])
    expect(ends).toEqual([])
    await goodbye(session, session.tokens.facilitator).open
  })

  test('comes in although somebody fills the board with sockets that show a mere link', async () => {
    const session = await buildSession((await liveServer()).origin)
    const [fay, ann] = [await session.sit('facilitator', 'Fay'), await session.sit('participant', 'Ann')]
    const flood = Array.from({ length: limits.socketsPerLink + 20 }, () => goodbye(session, session.tokens.participant))
    const ends: { code: number }[] = []
    for (const { closed } of flood) void closed.then((end) => ends.push(end))
    await vi.waitFor(() => expect(ends.length).toBeGreaterThanOrEqual(20), { timeout: 30_000, interval: 50 })
    expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([4529]))
    await Promise.all([goodbye(session, fay.token).open, goodbye(session, ann.token).open])
    expect(ends).toHaveLength(20)
  })
})

describe('whoever takes forever to ask', () => {
  const patience = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 }

  /** A line that says one thing and then a letter now and again. */
  async function slow(port: number, begin: string): Promise<{ answer: () => string; closed: Promise<unknown> }> {
    const line: Socket = connect(port, '127.0.0.1')
    let answer = ''
    line.on('data', (bytes) => (answer += bytes.toString('latin1')))
    line.on('error', () => undefined)
    await once(line, 'connect')
    line.write(begin)
    const timer = setInterval(() => line.writable && line.write('x'), 60)
    onTestFinished(() => {
      clearInterval(timer)
      line.destroy()
    })
    // Not once(): who is cut off in mid-word may see an error first.
    const closed = new Promise((resolve) => line.once('close', resolve))
    return { answer: () => answer, closed }
  }

  test.each([
    ['with the head of a question', 'GET /api/boards HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['with the head of an upgrade', 'GET /sync/abc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nX-Slow: '],
    [
      'with a body',
      'POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{',
    ],
  ])('%s is cut off, while others are answered', async (_what, begin) => {
    const { port, ask } = await httpServer({}, undefined, patience)
    const lines = await Promise.all(Array.from({ length: 20 }, () => slow(port, begin)))
    expect((await ask('GET', '/healthz')).status).toBe(200)
    await Promise.all(lines.map(({ closed }) => closed))
    for (const { answer } of lines) expect(answer()).toMatch(/^(HTTP\/1\.1 408|$)/)
  })

  test('or asks with a head, a path or a depth without end is refused', async () => {
    const { ask, origin } = await httpServer()
    const long = await fetch(`${origin}/healthz`, { headers: { 'x-long': 'x'.repeat(20_000) } })
    expect(long.status).toBe(431)
    expect((await ask('GET', `/api/boards/${'x'.repeat(9_000)}`)).status).toBeGreaterThanOrEqual(400)
    const deep = await fetch(`${origin}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"title":${'['.repeat(100)}${']'.repeat(100)}}`,
    })
    expect([deep.status, (await deep.json()).error.code]).toEqual([400, 'too-deep'])
  })
})
