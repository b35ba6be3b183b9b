import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { liveServer } from '../support/live-server.ts'
import { goodbye } from '../support/raw-goodbye.ts'
import { addMoment, buildSession, newRecordId } from '../support/session-builder.ts'

const hashes = /^[A-Za-z0-9_-]{27}$/

test('no token of a whole session is in an answer that doesn’t hand it out, a log line, a frame, an error or the data folder', async () => {
  const server = await liveServer()
  const session = await buildSession(server.origin)
  const base = `/api/boards/${session.board}`
  const tokens = new Set(Object.values(session.tokens))
  const told: string[] = []

  async function said(method: string, path: string, token: string | null, body?: unknown): Promise<string> {
    const { headers, text } = await ask(server.origin, method, path, token, body)
    told.push([...headers].map((each) => each.join(': ')).join('\n'))
    return text
  }
  const quiet = async (...[method, path, token, body]: Parameters<typeof said>) => {
    told.push(await said(method, path, token, body))
  }
  /** An answer that tells a token, once, to whom it is for. */
  const handOut = async (...[method, path, token, body]: Parameters<typeof said>): Promise<string> => {
    const fresh = JSON.parse(await said(method, path, token, body)).token
    expect(fresh).toMatch(hashes)
    tokens.add(fresh)
    return fresh
  }

  const { facilitator, participant, observer } = session.tokens
  const fay = await handOut('POST', `${base}/seats`, facilitator, { name: 'Fay' })
  const ann = await handOut('POST', `${base}/seats`, participant, { name: 'Ann' })
  const zoe = await handOut('POST', `${base}/links`, fay, { do: 'invite', role: 'participant', name: 'Zoe' })
  const client = await session.join(ann)
  const steering = await session.join(fay)
  await session.done(fay, 'move-phase', { to: 'post' })
  client.write((doc) => addMoment(doc, newRecordId(), 'A moment'))
  await client.frame(67)

  for (const token of tokens) {
    for (const path of ['', '/door', '/form.csv', '/board.json', '/form.md', '/next-session.ics', '/links']) {
      await quiet('GET', `${base}${path}`, token)
    }
    // Where it doesn't belong: a path, a query, a name, a body that is none, another board's door.
    await quiet('GET', `/api/boards/${token}/door`, token)
    await quiet('GET', `/b/${session.board}?token=${token}`, null)
    await quiet('GET', `${base}/form.csv?order=${token}`, token)
    await quiet('GET', `/${token}`, null)
    await quiet('POST', `${base}/commands`, token, { name: 'set-door', args: { open: token, [token]: token } })
    await quiet('POST', `${base}/commands`, token, `{"name":"${token}`)
    await quiet('POST', `${base}/links`, ann, { do: token })
    told.push((await goodbye({ ...session, board: token }, token).closed).reason)
  }
  const renewed = await handOut('POST', `${base}/links`, fay, { do: 'renew', role: 'participant' })
  await quiet('GET', base, participant)
  await quiet('GET', base, ann)
  told.push((await goodbye(session, ann).closed).reason, (await goodbye(session, participant).closed).reason)
  await quiet('GET', '/metrics', null)
  await quiet('GET', '/healthz', observer)
  for (const { frames } of [client, steering]) {
    told.push(...frames.map(({ bytes }) => Buffer.from(bytes).toString('latin1')))
  }
  await quiet('DELETE', base, zoe)
  await quiet('DELETE', base, renewed)
  await server.stop()

  const folder = join(server.folder, 'data')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const disk = files.map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
  expect(server.logged.length).toBeGreaterThan(20)
  const places = { told, logged: server.logged, disk }
  const found = Object.entries(places).flatMap(([place, texts]) =>
    texts
      .filter((text) => [...tokens].some((token) => text.includes(token)))
      .map((text) => `${place}: ${text.slice(0, 200)}`),
  )
  expect(found).toEqual([])
})
