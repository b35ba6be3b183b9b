import { idOfSecret } from '@momentous/shared/domain/secret'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { bytesIn } from '../support/disk-bytes.ts'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, settled } from '../support/session-builder.ts'

const secretOf = (text: string) => `a secret of a device: ${text}`
const said = (moment: string, text: string) => ({ id: idOfSecret<string>(secretOf(text)), moment, text })

test('whoever reads the disk after a session finds no token, no ballot, no grade and no word that was taken back (I1, V1, A2)', async () => {
  const server = await liveServer(() => fastClock(10))
  const session = await buildSession(server.origin)
  const { facilitator } = session.tokens
  const names = ['Annabel', 'Bartholomew', 'Cassandra']
  const seats = await Promise.all(names.map((name) => session.sit('participant', name)))
  const [ann = { id: '', token: '' }, bob = ann] = seats
  await session.go('choose')
  const { moments } = await session.content()
  const voted: string = moments[0].id
  for (const seat of seats) await session.done(seat.token, 'cast-ballot', { round: 1, dots: { [voted]: 3 } })
  await session.done(facilitator, 'close-vote')
  await settled(session.content)
  const first = moments.slice(0, 3).map(({ id }: { id: string }) => id)
  await session.done(facilitator, 'settle-shortlist', { moments: first })
  await session.go('ideas')
  for (const [at, seat] of seats.entries()) await session.done(seat.token, 'raise-idea', said(voted, `RELEASED-${at}`))
  await session.done(ann.token, 'raise-idea', said(voted, 'FIRST-WORDS'))
  await session.done(ann.token, 'edit-idea', { secret: secretOf('FIRST-WORDS'), text: 'BETTER-WORDS' })
  await session.done(bob.token, 'raise-idea', said(voted, 'TAKEN-BACK'))
  await session.done(bob.token, 'withdraw-idea', { secret: secretOf('TAKEN-BACK') })
  await session.done(ann.token, 'raise-concern', { ...said(voted, 'A-CONCERN'), idea: null })
  await session.done(facilitator, 'move-phase', { to: 'decide' })
  await settled(session.content)
  expect((await session.content()).ideas).toHaveLength(4)
  const traces = /own\.|FIRST-WORDS|TAKEN-BACK|"kind":"ballot"|a secret of a device/
  await expect.poll(() => bytesIn(join(server.folder, 'data')), { timeout: 10_000 }).not.toMatch(traces)
  // That there was something to wipe is forgotten when it is wiped, a commit later.
  await expect.poll(() => rowsInVault(server.folder)).toBe(0)

  const running = bytesIn(join(server.folder, 'data'))
  await server.stop()
  const stopped = bytesIn(join(server.folder, 'data'))
  for (const bytes of [running, stopped]) {
    expect(bytes).toContain('RELEASED-0')
    const secrets = [...seats.map(({ token }) => token), ...Object.values(session.tokens)]
    for (const secret of [...secrets, 'FIRST-WORDS', 'TAKEN-BACK', 'own.', '"kind":"ballot"', 'a secret of a device']) {
      expect(bytes).not.toContain(secret)
    }
  }
  const log = server.logged.join('\n')
  for (const trace of [...seats.flatMap(({ id, token }) => [id, token]), ...names, 'RELEASED', 'A-CONCERN', voted]) {
    expect(log).not.toContain(trace)
  }

  const db = new DatabaseSync(join(server.folder, 'data', 'momentous.db'), { readOnly: true })
  // What holds an idea names nobody, and what names somebody holds no idea.
  const rows = db.prepare('select bytes from log union all select bytes from snapshot').all()
  const holding = rows.map(({ bytes }) => Buffer.from(bytes as Uint8Array).toString('latin1'))
  for (const bytes of holding.filter((each) => each.includes('RELEASED-'))) {
    for (const { id } of seats) expect(bytes).not.toContain(id)
    for (const name of names) expect(bytes).not.toContain(name)
  }
  db.close()
  expect(rowsInVault(server.folder)).toBe(0)
})

function rowsInVault(folder: string): number {
  const db = new DatabaseSync(join(folder, 'data', 'momentous.db'), { readOnly: true })
  const { length } = db.prepare('select 1 from vault').all()
  db.close()
  return length
}
