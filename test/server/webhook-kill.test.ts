import { expect, test } from 'vitest'
import { receiver } from '../support/receiver.ts'
import { serverProcess } from '../support/server-process.ts'
import { buildSession, sessionOf } from '../support/session-builder.ts'
import { tellingOf } from '../support/telling-server.ts'
import { tempFolder } from '../support/temp-folder.ts'

test(
  'what was on its way when the server was killed arrives after the restart under the same name, and then no more',
  { timeout: 40_000 },
  async () => {
    const env = { DATA: tempFolder(), WEBHOOKS: 'private' }
    const first = await serverProcess(env)
    const session = await buildSession(first.origin ?? '')
    const other = await receiver()
    let knocked: () => void = () => undefined
    const isThere = new Promise<void>((resolve) => (knocked = resolve))
    // It takes everything in and never answers.
    other.answer(() => knocked())
    const before = tellingOf(session)
    const secret = await before.tells(other.url)
    await before.hook('POST', {}, '/test')
    await isThere
    expect(await first.end('SIGKILL')).toBeNull()
    other.answer((response) => void response.writeHead(204).end())
    const second = await serverProcess(env)
    const after = tellingOf(sessionOf(second.origin ?? '', session.board, session.tokens))
    const done = await after.newest(({ state }) => state === 'delivered')
    expect(other.received.map(({ headers }) => headers['webhook-id'])).toEqual([done.id, done.id])
    expect(other.received[1]?.body.equals(other.received[0]?.body ?? Buffer.alloc(0))).toBe(true)
    // A clean stop while it is tried once more breaks off at once and counts as nothing.
    const again = new Promise<void>((resolve) => other.answer(() => resolve()))
    await after.hook('POST', {}, '/test')
    await again
    expect(await second.end('SIGTERM')).toBe(0)
    other.answer((response) => void response.writeHead(204).end())
    const third = await serverProcess(env)
    const last = tellingOf(sessionOf(third.origin ?? '', session.board, session.tokens))
    expect(await last.newest(({ state }) => state === 'delivered')).toMatchObject({ tries: 1, event: 'test' })
    const names = other.received.map(({ headers }) => headers['webhook-id'])
    expect([names.length, new Set(names).size, secret.startsWith('whsec_')]).toEqual([4, 2, true])
  },
)
