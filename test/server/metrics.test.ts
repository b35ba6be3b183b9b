import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { get } from 'node:http'
import { describe, expect, test } from 'vitest'
import { httpServer } from '../support/http-server.ts'
import { addMoment, newRecordId, sessionOf } from '../support/session-builder.ts'
import { root } from '../support/sources.ts'

/** What Prometheus would make of it: the value of each row by its name and labels. */
function rowsOf(text: string): Map<string, number> {
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(rows.map((row) => [row.slice(0, row.lastIndexOf(' ')), Number(row.slice(row.lastIndexOf(' ') + 1))]))
}

const token = 'a-token-of-some-length'

describe('metrics', () => {
  test('tell how it goes, by rule and never by board, name or token', async () => {
    const { ask, board, origin } = await httpServer()
    const { id, path, tokens } = await board({ title: 'SECRET TITLE' })
    const ann = await ask('POST', `${path}/seats`, tokens.participant, { name: 'SECRET NAME' })
    const session = sessionOf(origin, id, tokens)
    const client = await session.join(ann.json.token)
    await session.done(tokens.facilitator, 'move-phase', { to: 'post' })
    client.write((doc) => addMoment(doc, newRecordId(), 'SECRET MOMENT'))
    await client.frame(67)
    await session.command(ann.json.token, 'move-phase', { to: 'lobby' })
    const { text } = await ask('GET', '/metrics')
    const rows = rowsOf(text)
    expect([...rows.values()].every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
    expect(rows.get('momentous_rooms')).toBe(1)
    expect(rows.get('momentous_documents')).toBe(1)
    expect(rows.get('momentous_peers')).toBe(1)
    expect(rows.get('momentous_refusals_total{rule="S2"}')).toBe(1)
    for (const some of [
      'momentous_commit_seconds_count',
      'momentous_disk_seconds_count',
      'momentous_tick_seconds_count',
      'momentous_messages_total',
    ]) {
      expect(rows.get(some), some).toBeGreaterThan(0)
    }
    expect(rows.get('momentous_sent_bytes_total')).toBeGreaterThan(
      rows.get('momentous_received_bytes_total') ?? Infinity,
    )
    expect(rows.get('momentous_commit_seconds_bucket{le="+Inf"}')).toBe(rows.get('momentous_commit_seconds_count'))
    for (const secret of ['SECRET', id, ann.json.seat.id, ...Object.values(tokens)]) expect(text).not.toContain(secret)
    expect(
      [...text.matchAll(/\{(\w+)=/g)].map(([, label]) => label).filter((label) => label !== 'le' && label !== 'rule'),
    ).toEqual([])
  })

  test('are told to this machine alone, and to nothing that a proxy passes on', async () => {
    const { ask, origin, port } = await httpServer()
    expect((await ask('GET', '/metrics')).status).toBe(200)
    const headers: Record<string, string>[] = [
      { 'x-forwarded-for': '198.51.100.1' },
      { forwarded: 'for=x' },
      { via: '1.1 x' },
    ]
    for (const each of headers) expect((await fetch(`${origin}/metrics`, { headers: each })).status).toBe(403)
    const byName = await new Promise<number | undefined>((resolve) =>
      get({ port, host: '127.0.0.1', path: '/metrics', headers: { host: 'board.example.org' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      }),
    )
    expect(byName).toBe(403)
  })

  test('are told to whoever shows the token once there is one, and then to nobody else', async () => {
    const { ask, origin } = await httpServer({ metricsToken: token })
    const headers = { 'x-forwarded-for': '198.51.100.1', authorization: `Bearer ${token}` }
    expect((await fetch(`${origin}/metrics`, { headers })).status).toBe(200)
    expect((await ask('GET', '/metrics')).status).toBe(403)
    expect((await ask('GET', '/metrics', `${token}x`)).status).toBe(403)
  })
})

describe('the dashboard', () => {
  const { panels } = JSON.parse(readFileSync(join(root, 'server', 'grafana.json'), 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[]
  }
  const asked = panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(momentous|process)_\w+/g) ?? []),
  )

  test('asks for nothing that the server doesn’t tell, and shows all that it does', async () => {
    const { ask } = await httpServer()
    const { text } = await ask('GET', '/metrics')
    const told = new Set([...rowsOf(text).keys()].map((row) => row.replace(/\{.*/, '')))
    expect(asked.filter((name) => !told.has(name))).toEqual([])
    const families = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name)
    expect(families.filter((name) => !asked.some((each) => each.startsWith(name)))).toEqual([])
  })
})
